package io.countypulse.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseRulesTest {
  private static final String HOUSE = "io.countypulse.testing.house";

  @ParameterizedTest
  @CsvSource({
    "util, Ratio",
    "LoanManager, names are the domain's",
    "Reading, time comes in as an argument",
    "unmarked, no @NullMarked package-info",
    "first, Cycle detected",
  })
  void everyBreachIsNoticed(String breach, String complaint) {
    JavaClasses classes =
        new ClassFileImporter()
            .importPackages(HOUSE)
            .that(
                describe(
                    "of " + breach,
                    type ->
                        type.getName().contains(breach)
                            || (breach.equals("first") && type.getName().contains("second"))));

    assertThatThrownBy(() -> HouseRules.check(classes, HOUSE))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(complaint);
  }
}
