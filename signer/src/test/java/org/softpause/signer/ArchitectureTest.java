package org.softpause.signer;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

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
          .layer("state")
          .definedBy("..signer.state..")
          .layer("words")
          .definedBy("..signer.words..")
          .layer("registry")
          .definedBy("..signer.registry..")
          .layer("deciding")
          .definedBy("..signer.deciding..", "..signer.release..")
          .layer("ceremony")
          .definedBy("..signer.ceremony..")
          .layer("watch")
          .definedBy("..signer.watch..")
          .layer("policy")
          .definedBy("..signer.policy..")
          .layer("token")
          .definedBy("..signer.pkcs11..")
          .layer("backup")
          .definedBy("..signer.backup..")
          .layer("carry")
          .definedBy("..signer.airgap..")
          .layer("command")
          .definedBy("..signer.command..")
          .whereLayer("command")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("policy")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("token")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("backup")
          .mayOnlyBeAccessedByLayers("ceremony", "command")
          .whereLayer("carry")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("watch")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("ceremony")
          .mayOnlyBeAccessedByLayers("carry", "watch", "command")
          .whereLayer("deciding")
          .mayOnlyBeAccessedByLayers("watch", "command")
          .whereLayer("registry")
          .mayOnlyBeAccessedByLayers("deciding", "carry", "watch", "command")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers(
              "state", "token", "backup", "carry", "ceremony", "watch", "command");
}
