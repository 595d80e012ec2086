package org.softpause.protocol;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of this module on which packages may depend on which. */
@AnalyzeClasses(packages = "org.softpause.protocol", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule noFrameworkComesIn =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "jakarta..",
              "org.hibernate..",
              "org.web3j..",
              "com.fasterxml.jackson.databind..");

  @ArchTest
  static final ArchRule bouncyCastleServesOnlyHashingAndCurves =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.softpause.protocol.Keccak256")
          .and()
          .doNotHaveFullyQualifiedName("org.softpause.protocol.jose.P256")
          .should()
          .dependOnClassesThat(resideInAPackage("org.bouncycastle.."));

  @ArchTest
  static final ArchRule jacksonServesOnlyTheStrictReaderAndTheAnswersOfNodes =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.softpause.protocol.json", "org.softpause.protocol.proof")
          .should()
          .dependOnClassesThat(resideInAPackage("tools.jackson.."));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.softpause.protocol.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theWayIsOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.softpause.protocol..")
          .layer("root")
          .definedBy("org.softpause.protocol")
          .layer("json")
          .definedBy("org.softpause.protocol.json")
          .layer("jose")
          .definedBy("org.softpause.protocol.jose")
          .layer("decision")
          .definedBy("org.softpause.protocol.decision")
          .layer("committee")
          .definedBy("org.softpause.protocol.committee")
          .layer("evidence")
          .definedBy("org.softpause.protocol.evidence")
          .layer("ceremony")
          .definedBy("org.softpause.protocol.ceremony..")
          .layer("registry")
          .definedBy("org.softpause.protocol.registry")
          .layer("transport")
          .definedBy("org.softpause.protocol.transport")
          .layer("client")
          .definedBy("org.softpause.protocol.client")
          .layer("hardware")
          .definedBy("org.softpause.protocol.hardware")
          .layer("later")
          .definedBy(
              "org.softpause.protocol.site",
              "org.softpause.protocol.ceiling",
              "org.softpause.protocol.event",
              "org.softpause.protocol.proof",
              "org.softpause.protocol.token")
          .whereLayer("root")
          .mayNotAccessAnyLayer()
          .whereLayer("json")
          .mayOnlyAccessLayers("root")
          .whereLayer("jose")
          .mayOnlyAccessLayers("root", "json")
          .whereLayer("decision")
          .mayOnlyAccessLayers("root", "json", "jose")
          .whereLayer("committee")
          .mayOnlyAccessLayers("root", "json", "jose", "decision")
          .whereLayer("evidence")
          .mayOnlyAccessLayers("root", "json", "jose", "decision", "committee")
          .whereLayer("ceremony")
          .mayOnlyAccessLayers("root", "json", "jose", "decision", "committee", "evidence")
          .whereLayer("registry")
          .mayOnlyAccessLayers("root", "json", "jose", "decision", "committee")
          .whereLayer("hardware")
          .mayOnlyAccessLayers("root", "json", "decision")
          .whereLayer("transport")
          .mayOnlyAccessLayers("root")
          .whereLayer("client")
          .mayOnlyAccessLayers("root", "json", "jose", "ceremony", "transport");
}
