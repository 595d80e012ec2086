package org.softpause.authz.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegistryDivergenceTest {
  private final RegistryDivergence divergence = new RegistryDivergence();

  @Test
  void whatDivergesIsToldUntilItIsCleared() {
    assertThat(divergence.why()).isEmpty();
    divergence.report("the replay gives another head");
    divergence.report("the chain has anchored what the rules refuse");
    assertThat(divergence.why()).contains("the chain has anchored what the rules refuse");
    divergence.clear();
    assertThat(divergence.why()).isEmpty();
  }
}
