package org.softpause.signer.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Pause;
import org.softpause.signer.world.Fixtures;

/** What an officer wrote, to be followed with nobody looking. */
class UnattendedPolicyFuzzTest {
  private static final Pause PAUSE = Fixtures.pause(0, 500, Fixtures.NOW);
  private static final String SEED =
      """
      {"type":"softpause-policy-v1","mandates":["STANDING"],"drillsOnly":false,"everywhere":false,\
      "regions":[250,276],"hardwareClasses":7,"leastPeakPflops":100,"leastCeilingBps":500,\
      "longestSeconds":86400,"lifts":false}""";

  static Stream<byte[]> seeds() {
    return Stream.of(SEED.getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyFileIsRefusedOrForbidsWhatItsLimitsSay(byte[] file) {
    try {
      UnattendedPolicy policy = UnattendedPolicy.parse(file);
      assertThat(UnattendedPolicy.parse(file)).isEqualTo(policy);
      policy.check(PAUSE);
      assertThat(policy.drillsOnly()).isFalse();
      assertThat(policy.leastCeilingBps()).isLessThanOrEqualTo(PAUSE.ceilingBps());
      assertThat(policy.regions()).containsAll(PAUSE.scope().regions());
    } catch (RuleViolation refused) {
      assertThat(refused.detail()).isNotBlank();
    }
  }
}
