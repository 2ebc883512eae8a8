package io.countypulse.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the house as one check, for a test of each module:
 *
 * <pre>{@code
 * @Test
 * void theHouseRulesHold() {
 *   HouseRules.check("io.countypulse.employment");
 * }
 * }</pre>
 */
public final class HouseRules {
  private static final String EMPTY_NAMES = ".*(Manager|Helper|Util|Utils|Impl|Base)";
  private static final Set<String> CLOCK_READERS =
      Set.of(
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.Instant.now",
          "java.time.Year.now",
          "java.time.YearMonth.now",
          "java.lang.System.currentTimeMillis");

  private HouseRules() {}

  /**
   * Checks the production classes of a package and all beneath it.
   *
   * @throws AssertionError naming each class that breaks a rule
   */
  public static void check(String rootPackage) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(rootPackage);
    if (classes.isEmpty()) {
      throw new AssertionError("no class in " + rootPackage);
    }
    check(classes, rootPackage);
  }

  static void check(JavaClasses classes, String rootPackage) {
    List.of(
            packagesAreFeatures(),
            namesSaySomething(),
            featuresHaveNoCycles(rootPackage),
            timeComesInAsAnArgument(),
            everyPackageIsNullMarked())
        .forEach(rule -> rule.allowEmptyShould(true).check(classes));
  }

  private static ArchRule packagesAreFeatures() {
    return noClasses()
        .should()
        .resideInAnyPackage(
            "..common..", "..util..", "..utils..", "..dto..", "..mapper..", "..impl..")
        .because("a package is a feature");
  }

  private static ArchRule namesSaySomething() {
    return noClasses().should().haveNameMatching(EMPTY_NAMES).because("names are the domain's");
  }

  private static ArchRule featuresHaveNoCycles(String rootPackage) {
    return slices()
        .matching(rootPackage + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("features that need each other are one feature");
  }

  /** {@code LocalDate.now(clock)} is fine: the clock came in. */
  private static ArchRule timeComesInAsAnArgument() {
    return noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe("it reads the system's clock", HouseRules::readsTheClock))
        .because("time comes in as an argument");
  }

  private static boolean readsTheClock(JavaCall<?> call) {
    String method = call.getTargetOwner().getName() + "." + call.getName();
    return call.getTarget().getRawParameterTypes().isEmpty() && CLOCK_READERS.contains(method);
  }

  private static ArchRule everyPackageIsNullMarked() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("live in a @NullMarked package") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                String message = type.getPackageName() + " has no @NullMarked package-info";
                events.add(new SimpleConditionEvent(type, marked, message));
              }
            });
  }
}
