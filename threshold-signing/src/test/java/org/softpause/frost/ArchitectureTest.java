package org.softpause.frost;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.softpause.frost.dkg.Participant;
import org.softpause.frost.dkg.ProofOfPossession;
import org.softpause.frost.repair.LostShare;
import org.softpause.frost.repair.SplitCommitments;
import org.softpause.frost.reshare.Contributions;
import org.softpause.frost.reshare.NewMember;

@AnalyzeClasses(packages = "org.softpause", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String DEALER = "(?i).*(dealer|splitsecret|splitkey|keysplit).*";

  @ArchTest
  static final ArchRule NOTHING_BUT_JAVA_AND_BOUNCY_CASTLE =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.bouncycastle..", "org.jspecify..", "org.softpause.frost..");

  @ArchTest
  static final ArchRule SIGNING_KNOWS_NOTHING_OF_KEY_GENERATION =
      noClasses()
          .that()
          .resideInAPackage("org.softpause.frost")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.softpause.frost.*..");

  @ArchTest
  static final ArchRule CURVE_ARITHMETIC_STANDS_IN_ONE_PLACE =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Element.class.getName())
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bouncycastle.math..");

  /**
   * Only these classes check public equations; code that multiplies by a secret uses
   * baseTimesSecret.
   */
  @ArchTest
  static final ArchRule VARIABLE_TIME_IS_FOR_PUBLIC_EQUATIONS =
      noClasses()
          .that()
          .doNotBelongToAnyOf(
              VerifyingKey.class,
              SigningSession.class,
              GroupCommitment.class,
              SignatureBatch.class,
              ProofOfPossession.class,
              Contributions.class,
              SplitCommitments.class)
          .should()
          .callMethod(Element.class, "baseTimesPlus", Scalar.class, Scalar.class, Element.class)
          .orShould()
          .callMethod(Element.class, "sumOfProducts", List.class, List.class)
          .orShould()
          .callMethod(Pippenger.class, "sum", List.class, List.class, int.class);

  @ArchTest
  static final ArchRule NO_CLASS_IS_A_TRUSTED_DEALER =
      noClasses().should().haveNameMatching(DEALER);

  @ArchTest
  static final ArchRule NO_METHOD_IS_A_TRUSTED_DEALER =
      noMethods().should().haveNameMatching(DEALER);

  @ArchTest
  static final ArchRule A_SIGNING_SHARE_IS_MADE_IN_ONE_PLACE =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(KeyPackage.class.getName())
          .should()
          .callMethod(SigningShare.class, "fromSecretBytes", byte[].class);

  @ArchTest
  static final ArchRule A_SIGNING_SHARE_COMES_FROM_A_CEREMONY_ALONE =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Participant.class, NewMember.class, LostShare.class)
          .should()
          .callMethod(
              KeyPackage.class, "ofShare", Identifier.class, Scalar.class, PublicKeyPackage.class);
}
