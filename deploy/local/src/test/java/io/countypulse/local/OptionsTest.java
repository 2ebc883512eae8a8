package io.countypulse.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void optionsComeInAnyOrder() {
    Options options =
        Options.parse(
            List.of(
                "--today",
                "2024-06-10",
                "--empty",
                "--port",
                "18080",
                "--state",
                "/a/../b",
                "--host",
                "0.0.0.0",
                "--city",
                "/cities/dali",
                "--detach"));
    assertEquals(
        new Options(
            Path.of("/b"),
            Path.of("/cities/dali"),
            18080,
            LocalDate.of(2024, 6, 10),
            "0.0.0.0",
            true,
            true),
        options);
  }

  @Test
  void nothingNeedsToBeSaid() {
    Options options = Options.parse(List.of());
    assertTrue(options.state().isAbsolute());
    assertNull(options.city());
    assertEquals("localhost", options.host());
  }

  @Test
  void whatCannotBeReadIsSaidInBothLanguages() {
    assertEquals("不认识的选项 --prot。 Unknown option --prot.", refusal("--prot", "1"));
    assertEquals("选项 --city 缺少值。 Option --city needs a value.", refusal("--city"));
    assertEquals("端口应为 1–65535：70000。 Not a port: 70000.", refusal("--port", "70000"));
    assertTrue(refusal("--today", "10.6.2024").contains("Write a date as 2024-06-10"));
  }

  private static String refusal(String... arguments) {
    Refusal refusal = assertThrows(Refusal.class, () -> Options.parse(List.of(arguments)));
    return String.valueOf(refusal.getMessage());
  }
}
