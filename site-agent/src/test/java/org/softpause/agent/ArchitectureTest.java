package org.softpause.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** Checks the directions between the agent's packages, and the modules that it may use. */
@AnalyzeClasses(packages = "org.softpause.agent", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String AGENT = "org.softpause.agent.";

  @ArchTest
  static final ArchRule knowsOnlyProtocolAndContracts =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              AGENT + ".",
              "org.softpause.protocol..",
              "org.softpause.contracts",
              "java..",
              "org.jspecify.annotations",
              "picocli..");

  @ArchTest
  static final ArchRule hasNoCycles = slices().matching(AGENT + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule verificationNeverAsksTheNetworkNorDrivesAnything =
      noClasses()
          .that()
          .resideInAnyPackage(AGENT + "verify", AGENT + "state", AGENT + "plan")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              AGENT + "fetch",
              AGENT + "actuator",
              AGENT + "control",
              AGENT + "report",
              AGENT + "cli",
              "java.net.http");

  @ArchTest
  static final ArchRule actuatorsKnowNothingOfWhyTheyAreAsked =
      noClasses()
          .that()
          .resideInAPackage(AGENT + "actuator")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              AGENT + "state",
              AGENT + "verify",
              AGENT + "plan",
              AGENT + "control",
              AGENT + "report",
              AGENT + "fetch");

  @ArchTest
  static final ArchRule onlyMainReadsTheClockOfTheMachine =
      noClasses()
          .that()
          .doNotHaveSimpleName("SiteAgent")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC");
}
