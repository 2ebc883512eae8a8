package io.countypulse.platform.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitsTest {

  private static final String HEADER = "code,name,full_name,kind,parent,aliases\n";
  private static final String CITY = "530100,昆明市,昆明市,city,,全市;总计;合计\n";
  private static final String KUNMING =
      HEADER
          + CITY
          + "530115,晋宁区,晋宁区,district,530100,晋宁县\n"
          + "530126,石林县,石林彝族自治县,autonomous_county,530100,\n"
          + "Z530103,磨憨-磨丁经济合作区,中国老挝磨憨—磨丁经济合作区,zone,530100,磨憨-磨丁;磨丁-磨憨\n";

  @TempDir Path city;

  @BeforeEach
  void kunming() throws IOException {
    write(KUNMING);
  }

  @Test
  void theCityStandsAboveItsCountiesAndZonesInFileOrder() {
    Units units = Units.read(city);

    assertThat(units.city().code()).isEqualTo(new UnitCode("530100"));
    assertThat(units.counties())
        .extracting(unit -> unit.code().value())
        .containsExactly("530115", "530126", "Z530103");
    assertThat(units.counties().getLast().kind()).isEqualTo(UnitKind.ZONE);
  }

  @Test
  void aTableHasARowForTheCityFirstAndForTheUnknownLast() {
    assertThat(Units.read(city).rows())
        .extracting(Unit::name)
        .containsExactly("昆明市", "晋宁区", "石林县", "磨憨-磨丁经济合作区", "待认定");
  }

  @Test
  void namesFullNamesAliasesAndCodesMeanTheirUnitHoweverTheyAreSpaced() {
    Units units = Units.read(city);

    for (String text :
        new String[] {"石林县", "石林彝族自治县", " 石 林　县 ", "\uFEFF石林县\u200B", "530126", "５３０１２６"}) {
      assertThat(units.resolve(text)).map(Unit::name).contains("石林县");
    }
    for (String text : new String[] {"磨憨-磨丁", "磨丁－磨憨", "磨憨—磨丁", "z530103"}) {
      assertThat(units.resolve(text)).map(Unit::code).contains(new UnitCode("Z530103"));
    }
    assertThat(units.resolve("晋宁县")).map(Unit::code).contains(new UnitCode("530115"));
    assertThat(units.resolve("大理市")).isEmpty();
    assertThat(units.resolve("")).isEmpty();
  }

  @Test
  void aRecordNeverBelongsToTheCityItself() {
    Units units = Units.read(city);

    assertThat(units.resolve("合计")).contains(units.city());
    assertThat(units.resolveCounty("合计")).isEmpty();
    assertThat(units.resolveCounty("晋宁区")).isPresent();
  }

  @Test
  void theUnknownUnitIsFoundByItsCode() {
    assertThat(Units.read(city).find(UnitCode.UNKNOWN)).contains(Unit.UNKNOWN);
  }

  @Test
  void everyComplaintNamesFileLineAndField() throws IOException {
    assertComplaint("530115,晋宁区,晋宁区,suburb,530100,\n", "units.csv line 3, field kind");
    assertComplaint("530115,晋宁区,,district,530100,\n", "units.csv line 3, field full_name");
    assertComplaint("53 0115,晋宁区,晋宁区,district,530100,\n", "units.csv line 3, field code");
    assertComplaint("530115,晋宁区,晋宁区,district,999999,\n", "530115 has parent 999999");
    assertComplaint("530115,晋宁区,晋宁区,district,,\n", "exactly one unit");
    assertComplaint(
        "530115,晋宁区,晋宁区,district,530100,\n530116,晋宁,晋宁区,district,530100,\n",
        "name 晋宁区 means 530115 and 530116");
  }

  @Test
  void aMissingFileIsNamed() {
    Path nowhere = city.resolve("nowhere");

    assertThatThrownBy(() -> Units.read(nowhere))
        .isInstanceOf(UnreadableUnits.class)
        .hasMessageContaining("nowhere");
  }

  private void assertComplaint(String rows, String expected) throws IOException {
    write(HEADER + CITY + rows);
    assertThatThrownBy(() -> Units.read(city))
        .isInstanceOf(UnreadableUnits.class)
        .hasMessageContaining("units.csv")
        .hasMessageContaining(expected);
  }

  private void write(String content) throws IOException {
    Files.writeString(city.resolve("units.csv"), content);
  }
}
