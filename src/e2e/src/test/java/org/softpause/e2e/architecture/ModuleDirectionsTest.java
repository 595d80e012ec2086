package org.softpause.e2e.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModuleDirectionsTest {

  @ParameterizedTest
  @EnumSource(Module.class)
  void aModuleKnowsOnlyThoseBelowIt(Module module) {
    JavaClasses all = MainClasses.of(module);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(module.forbidden())
        .allowEmptyShould(module == Module.DB)
        .check(all);
  }

  @ParameterizedTest
  @EnumSource(Module.class)
  void aModuleKeepsToItsOwnPackages(Module module) {
    classes()
        .should()
        .resideInAPackage(module.packages())
        .allowEmptyShould(module == Module.DB)
        .check(MainClasses.of(module));
  }

  @ParameterizedTest
  @EnumSource(value = Module.class, names = "DB", mode = EnumSource.Mode.EXCLUDE)
  void theClassesOfAModuleAreThereToBeChecked(Module module) {
    assertThat(MainClasses.of(module)).isNotEmpty();
  }
}
