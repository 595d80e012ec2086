package org.softpause.e2e.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * No package depends on one that depends on it, in any module. The order of a module's packages is
 * stated by the module's own ArchitectureTest; those that have none are listed here.
 */
@AnalyzeClasses(locations = MainClasses.class)
class PackageDirectionsTest {
  /** Each package may use those before it. */
  private static final List<String> AUDITOR =
      List.of("chain", "audit", "history", "words", "report", "token", "service", "cli");

  private static final List<String> E2E =
      List.of("process", "terminal", "harness", "attack", "demo", "measure");

  @ArchTest
  static final ArchRule NO_PACKAGES_DEPEND_ON_EACH_OTHER =
      slices().matching("org.softpause.(**)").should().beFreeOfCycles();

  @ArchTest
  static void thePackagesOfTheAuditorHaveAnOrder(JavaClasses all) {
    requireOrder("org.softpause.auditor.", AUDITOR, all);
  }

  @ArchTest
  static void thePackagesOfTheDemoHaveAnOrder(JavaClasses all) {
    requireOrder("org.softpause.e2e.", E2E, all);
  }

  private static void requireOrder(String parent, List<String> packages, JavaClasses all) {
    for (int i = 0; i < packages.size() - 1; i++) {
      String[] later =
          packages.subList(i + 1, packages.size()).stream()
              .map(name -> parent + name + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(parent + packages.get(i) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .check(all);
    }
  }
}
