package org.softpause.e2e.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(locations = MainClasses.class)
class WholeProjectTest {

  /** Names for splitting a secret that somebody knows as a whole. */
  private static final String DEALER =
      "(?i).*(dealer|shamir|split(secret|key)|(secret|key)split).*";

  @ArchTest
  static final ArchRule ONLY_THE_SERVICE_KNOWS_SPRING_AND_JPA =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.softpause.authz..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "jakarta.persistence..", "org.hibernate..");

  @ArchTest
  static final ArchRule ONLY_THE_SERVICE_KNOWS_WEB3J =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.softpause.authz..", "org.softpause.contracts.web3j..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.web3j..");

  @ArchTest
  static final ArchRule ONLY_ONE_PACKAGE_OF_THE_SERVICE_TALKS_TO_THE_CHAIN_BY_WEB3J =
      noClasses()
          .that()
          .resideInAPackage("org.softpause.authz..")
          .and()
          .resideOutsideOfPackage("org.softpause.authz.ethereum..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.web3j..");

  @ArchTest
  static final ArchRule NOBODY_USES_THE_OLDER_JACKSON =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.databind..");

  @ArchTest
  static final ArchRule NO_CLASS_IS_A_TRUSTED_DEALER =
      noClasses().should().haveNameMatching(DEALER);

  /** The plan of a resharing may name its dealers: each hands on only its own share. */
  @ArchTest
  static final ArchRule NO_METHOD_IS_A_TRUSTED_DEALER =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("org.softpause.protocol.ceremony..")
          .should()
          .haveNameMatching(DEALER);

  /**
   * Code that makes a share from bytes could make every share of a group. Only the last step of a
   * ceremony (in KeyPackage) and the signer's own store may do it.
   */
  @ArchTest
  static final ArchRule SIGNING_SHARES_COME_FROM_A_CEREMONY_OR_THE_OWN_STORE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.softpause.signer.state..")
          .and()
          .doNotHaveFullyQualifiedName("org.softpause.frost.KeyPackage")
          .should()
          .callMethodWhere(
              target(owner(name("org.softpause.frost.SigningShare")))
                  .and(target(name("fromSecretBytes"))));
}
