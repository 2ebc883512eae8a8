package io.countypulse.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countypulse.city.ReadFeeds.Feed;
import io.countypulse.city.files.Rows;
import io.countypulse.city.lending.Feeds;
import io.countypulse.city.lending.Lending;
import io.countypulse.city.people.Headcount;
import io.countypulse.city.people.Register;
import io.countypulse.city.people.Residents;
import io.countypulse.city.subsidy.Subsidies;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SizesTest {

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = {"PROVINCE", "NATION"})
  void everyPersonOfALargePlaceHasACounty(Size size) {
    Place place = Places.of(size, 1);
    assertEquals(size.counties(), place.quotas().size());
    assertEquals(size.counties() + 1, place.units().stream().map(Unit::name).distinct().count());
    assertEquals(size.counties() + 1, place.units().stream().map(Unit::code).distinct().count());
    List<Headcount> plan = Plan.of(place, 1);
    assertEquals(size.people(), plan.stream().mapToLong(Headcount::people).sum());
    assertTrue(plan.stream().allMatch(unit -> unit.people() >= unit.quota().working()));
    int largest = plan.stream().mapToInt(Headcount::people).max().orElseThrow();
    assertTrue(largest > 3 * size.people() / size.counties(), "a few are large");
  }

  @Test
  void aProvincesBanksReportOnBothDaysThatAreGiven() throws IOException {
    Place province = Places.of(Size.PROVINCE, 1);
    Lending one = province.lending().getFirst();
    Residents residents = residents(province, one.unit());
    Place alone =
        new Place(
            province.today(),
            province.units(),
            List.of(),
            5_000_000,
            List.of(one),
            Subsidies.NONE,
            "");
    List<Path> feeds = new Feeds(directory, alone, 1).write(Map.of(one.unit(), residents));
    assertEquals(2 * Bank.ALL.size(), feeds.size());
    BigDecimal outstanding = BigDecimal.ZERO;
    for (Path file : feeds) {
      Feed feed = ReadFeeds.of(file);
      if (feed.day().equals(LocalDate.of(2024, 6, 7))) {
        outstanding = outstanding.add(feed.sum(ReadFeeds.Said::balance));
      }
    }
    assertEquals(BigDecimal.valueOf(one.today().outstanding(), 2), outstanding);
    assertTrue(province.lending().size() > 100);
  }

  private static Residents residents(Place place, Unit unit) throws IOException {
    Headcount headcount =
        Plan.of(place, 1).stream()
            .filter(planned -> planned.quota().unit().equals(unit))
            .findFirst()
            .orElseThrow();
    return new Register(place.today(), 1).write(headcount, 0, Rows.nowhere(), Rows.nowhere());
  }

  @Test
  void partsHoldWholeUnitsAndEverybody() {
    List<Headcount> plan = Plan.of(Places.of(Size.PROVINCE, 1), 1);
    List<Part> parts = Part.cut(plan, 1_000_000);
    assertTrue(parts.size() >= 5);
    assertTrue(parts.stream().allMatch(part -> part.people() <= 1_000_000));
    assertEquals(plan, parts.stream().flatMap(part -> part.units().stream()).toList());
    long first = 0;
    for (Part part : parts) {
      assertEquals(first, part.first());
      first += part.people();
    }
    assertEquals(5_000_000, first);
  }

  @Test
  void aSmallerProvinceHasTheFiguresItsPlanSays() throws IOException {
    checkQuotas(Places.invented("小省", 129, 20_000, 3));
  }

  @Test
  void unitsAreData() throws IOException {
    checkQuotas(Places.linhe());
  }

  private void checkQuotas(Place place) throws IOException {
    ReadRegister register = ReadRegister.of(place, DemoCity.generate(directory, place, 3).files());
    assertEquals(place.people(), register.workers.size());
    var working = register.count(worker -> worker.works(place.today()));
    var away = register.count(worker -> worker.worksAway(place.today()));
    for (Quota quota : place.quotas()) {
      String code = quota.unit().code();
      assertEquals(quota.working(), working.getOrDefault(code, 0), code);
      assertEquals(quota.outOfProvince(), away.getOrDefault(code, 0), code);
    }
  }
}
