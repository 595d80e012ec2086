package org.softpause.signer.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestRegistry;

class UnattendedPolicyTest {
  private static final String FILE =
      """
      {"type":"softpause-policy-v1","mandates":["STANDING"],"drillsOnly":false,"everywhere":false,
      "regions":[250,276],"hardwareClasses":1,"leastPeakPflops":100,"leastCeilingBps":500,
      "longestSeconds":3600,"lifts":false}
      """;

  private final UnattendedPolicy policy = UnattendedPolicy.parse(FILE.getBytes(UTF_8));

  @Test
  void whatIsWithinEveryLimitPasses() {
    policy.check(new PauseBuilder().build());
  }

  @Test
  void eachLimitRefusesWhatIsOneBeyondIt() {
    forbidden("its ceiling", new PauseBuilder().ceilingBps(499).build());
    forbidden("it lasts longer", new PauseBuilder().expiresAt(TestRegistry.NOW + 3601).build());
    forbidden("regions", new PauseBuilder().regions(List.of(250, 276, 404)).build());
    forbidden("hardware classes", new PauseBuilder().hardwareClasses(3).build());
    forbidden("it reaches clusters below", new PauseBuilder().minPeakPflops(Pflops.of(99)).build());
    forbidden(
        "mandate EMERGENCY", new PauseBuilder().mandate(MandateName.EMERGENCY).slot(12).build());
  }

  @Test
  void aPauseOfEverywhereIsMoreThanAnyListOfRegions() {
    forbidden("regions", new PauseBuilder().regions(List.of()).build());
  }

  @Test
  void aLiftMustBeAllowedByName() {
    Decision lift = TestRegistry.lift(0, Sha256.hash(new byte[0]), TestRegistry.NOW);
    forbidden("a lift", lift);
    parse("\"lifts\":false", "\"lifts\":true").check(lift);
  }

  @Test
  void whereOnlyDrillsAreAllowedAPauseIsNot() {
    UnattendedPolicy drills = parse("\"drillsOnly\":false", "\"drillsOnly\":true");
    assertRefused(Rule.POLICY_FORBIDS, () -> drills.check(new PauseBuilder().build()));
    drills.check(new PauseBuilder().slot(10).drill(true).build());
  }

  @Test
  void aRenewalIsNeverLeftToAMachine() {
    forbidden(
        "only pauses and lifts",
        new Renew(
            MandateName.STANDING,
            0,
            TestRegistry.NOW + 86_400,
            TestRegistry.NOW,
            TestRegistry.NOW + 600,
            Sha256.hash(new byte[0])));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drillsOnly", "everywhere", "regions", "hardwareClasses", "leastPeakPflops",
        "leastCeilingBps", "longestSeconds", "lifts", "mandates", "type"
      })
  void nothingIsAllowedByLeavingItOut(String member) {
    String without =
        FILE.replaceAll("\"" + member + "\":(\\[[^]]*]|[^,}]*),?", "").replace(",}", "}");
    assertThatThrownBy(() -> UnattendedPolicy.parse(without.getBytes(UTF_8)))
        .isInstanceOf(RuleViolation.class);
  }

  @Test
  void whatIsNotKnownIsRefused() {
    assertRefused(
        Rule.UNKNOWN_MEMBER, () -> parse("\"lifts\":false", "\"lifts\":false,\"x\":true"));
    assertRefused(Rule.WRONG_TYPE, () -> parse("\"lifts\":false", "\"lifts\":\"no\""));
    assertRefused(Rule.MALFORMED_VALUE, () -> parse("policy-v1", "policy-v2"));
  }

  private static UnattendedPolicy parse(String part, String instead) {
    return UnattendedPolicy.parse(FILE.replace(part, instead).getBytes(UTF_8));
  }

  private void forbidden(String limit, Decision decision) {
    assertThatThrownBy(() -> policy.check(decision))
        .isInstanceOf(RuleViolation.class)
        .hasMessageContaining(limit);
  }
}
