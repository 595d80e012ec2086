package org.softpause.signer;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.softpause.signer",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theSignerKnowsTheProtocolTheContractsResourcesAndNothingElseOfOurs =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.softpause..")
                  .and(resideOutsideOfPackage("org.softpause.signer.."))
                  .and(resideOutsideOfPackage("org.softpause.protocol.."))
                  .and(resideOutsideOfPackage("org.softpause.frost.."))
                  .and(resideOutsideOfPackage("org.softpause.contracts")));

  @ArchTest
  static final ArchRule onlyTheKeyDerivationKnowsBouncyCastle =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.softpause.signer.store.KeyDerivation")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bouncycastle..");

  @ArchTest
  static final ArchRule nobodyElseIsKnown =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.softpause..",
              "java..",
              "javax.crypto..",
              "javax.net.ssl..",
              "org.jspecify..",
              "org.bouncycastle..",
              "picocli..",
              "tools.jackson.databind..");

  @ArchTest
  static final ArchRule aPackageKnowsThoseBeforeIt =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("store")
          .definedBy("..signer.store..")
          .layer("report")
          .definedBy("..signer.report..")
          .layer("state")
          .definedBy("..signer.state..")
          .layer("words")
          .definedBy("..signer.words..")
          .layer("registry")
          .definedBy("..signer.registry..")
          .layer("release")
          .definedBy("..signer.release..")
          .layer("policy")
          .definedBy("..signer.policy..")
          .layer("pkcs11")
          .definedBy("..signer.pkcs11..")
          .layer("backup")
          .definedBy("..signer.backup..")
          .layer("airgap")
          .definedBy("..signer.airgap..")
          .layer("operation")
          .definedBy("..signer.operation..")
          .layer("ceremony")
          .definedBy("..signer.ceremony..")
          .layer("deciding")
          .definedBy("..signer.deciding..")
          .layer("keeping")
          .definedBy("..signer.keeping..")
          .layer("registration")
          .definedBy("..signer.registration..")
          .layer("inspecting")
          .definedBy("..signer.inspecting..")
          .layer("watch")
          .definedBy("..signer.watch..")
          .layer("command")
          .definedBy("..signer.command..")
          .whereLayer("command")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("watch")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("inspecting")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("registration")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("keeping")
          .mayOnlyBeAccessedByLayers("watch", "command")
          .whereLayer("deciding")
          .mayOnlyBeAccessedByLayers("watch", "command")
          .whereLayer("ceremony")
          .mayOnlyBeAccessedByLayers("deciding", "keeping", "watch", "command")
          .whereLayer("operation")
          .mayOnlyBeAccessedByLayers(
              "ceremony", "deciding", "keeping", "registration", "inspecting", "watch", "command")
          .whereLayer("airgap")
          .mayOnlyBeAccessedByLayers("operation", "command")
          .whereLayer("backup")
          .mayOnlyBeAccessedByLayers("ceremony", "keeping")
          .whereLayer("pkcs11")
          .mayOnlyBeAccessedByLayers("operation", "registration")
          .whereLayer("policy")
          .mayOnlyBeAccessedByLayers("watch", "command")
          .whereLayer("release")
          .mayOnlyBeAccessedByLayers("ceremony", "deciding", "keeping", "inspecting", "watch")
          .whereLayer("registry")
          .mayOnlyBeAccessedByLayers(
              "airgap", "operation", "deciding", "keeping", "inspecting", "watch")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers(
              "airgap", "ceremony", "deciding", "keeping", "registration", "inspecting", "command")
          .whereLayer("state")
          .mayOnlyAccessLayers("store")
          .whereLayer("store")
          .mayNotAccessAnyLayer()
          .whereLayer("report")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsPicocli =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.softpause.signer.command..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.softpause.signer.(**)").should().beFreeOfCycles();
}
