package org.softpause.authz;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.IntStream;
import org.softpause.authz.system.AdminApi;

/** A decision's way through the packages is one-way. */
@AnalyzeClasses(
    packages = "org.softpause.authz",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** Each knows the ones before it. */
  private static final List<String> WAY =
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
          IntStream.range(0, WAY.size() - 1).mapToObj(ArchitectureTest::knowsNoneAfter).toList());

  @ArchTest
  static final ArchRule onlyTheAdapterKnowsWeb3j =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.softpause.authz.ethereum")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.web3j..", "org.softpause.contracts.web3j..");

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
        WAY.subList(index + 1, WAY.size()).stream()
            .map(name -> "org.softpause.authz." + name + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("org.softpause.authz." + WAY.get(index) + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(later);
  }
}
