package io.countypulse.credit.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countypulse.credit.interest.InterestCaps.Cap;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A city brings the caps of its own. */
class InterestCapsTest {

  @Test
  void aFileNamesEachCapWithItsFirstDay() throws IOException {
    assertThat(read("since,cap,source\n2024-07-22,3.35,一年期LPR\n2026-01-20,2.9,一年期LPR\n"))
        .extracting(cap -> cap.since() + " " + cap.percent().toPlainString())
        .containsExactly("2024-07-22 3.35", "2026-01-20 2.9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2024-02-30,3.35,LPR", "2024-07-22,3.35%,LPR", "2024-07-22,0,LPR", "2024-07-22"})
  void aLineThatIsNotSoIsNamed(String line) {
    assertThatThrownBy(() -> read("since,cap,source\n" + line + "\n"))
        .hasMessageContaining("caps.csv line 2");
  }

  @Test
  void anEmptyFileIsAMistake() {
    assertThatThrownBy(() -> read("since,cap,source\n")).hasMessageContaining("no caps");
  }

  private static List<Cap> read(String text) throws IOException {
    return InterestCaps.read(new StringReader(text), "caps.csv");
  }
}
