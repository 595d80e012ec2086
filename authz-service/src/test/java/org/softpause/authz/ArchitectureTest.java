package org.softpause.authz;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.softpause.authz.system.AdminApi;

/** The directions between packages, and what each of them may know. */
@AnalyzeClasses(
    packages = "org.softpause.authz",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** The features in order; each knows only the ones before it. */
  private static final List<String> ORDER =
      List.of(
          "system",
          "audit",
          "committee",
          "ceremony",
          "decision",
          "signing",
          "mirror",
          "token",
          "site",
          "ethereum",
          "anchoring",
          "deployment");

  @ArchTest
  static final ArchRule noPackageKnowsOneAfterIt =
      CompositeArchRule.of(
          IntStream.range(0, ORDER.size() - 1).mapToObj(ArchitectureTest::knowsNoneAfter).toList());

  @ArchTest
  static final ArchRule onlyTheAdapterKnowsWeb3j =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.softpause.authz.ethereum")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.web3j..", "org.softpause.contracts.web3j..");

  @ArchTest
  static final ArchRule noTableTakesItsNameFromAClass =
      classes().that().areAnnotatedWith(Entity.class).should().beAnnotatedWith(Table.class);

  @ArchTest
  static final ArchRule jacksonIsVersion3 =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.databind..");

  @ArchTest
  static final ArchRule onlyWebPackagesKnowHttp =
      noClasses()
          .that()
          .resideOutsideOfPackage("..web")
          .and()
          .doNotBelongToAnyOf(AdminApi.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..");

  private static ArchRule knowsNoneAfter(int index) {
    String[] later =
        ORDER.subList(index + 1, ORDER.size()).stream()
            .map(name -> "org.softpause.authz." + name + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("org.softpause.authz." + ORDER.get(index) + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(later);
  }
}
