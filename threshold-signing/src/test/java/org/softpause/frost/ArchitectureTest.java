package org.softpause.frost;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.softpause.frost.dkg.Participant;
import org.softpause.frost.repair.LostShare;
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

  @ArchTest
  static final ArchRule NO_CLASS_IS_A_TRUSTED_DEALER =
      noClasses().should().haveNameMatching(DEALER);

  @ArchTest
  static final ArchRule NO_METHOD_IS_A_TRUSTED_DEALER =
      noMethods().should().haveNameMatching(DEALER);

  @ArchTest
  static final ArchRule A_SIGNING_SHARE_COMES_FROM_A_CEREMONY_ALONE =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Participant.class, NewMember.class, LostShare.class)
          .should()
          .callMethod(SigningShare.class, "fromSecretBytes", byte[].class);
}
