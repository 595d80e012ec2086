package org.softpause.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RegistryArtifactTest {
  private final RegistryArtifact artifact = RegistryArtifact.load();

  @Test
  void theAbiNamesTheEntryPointsAndEvents() {
    assertThat(artifact.abi())
        .contains("\"anchorPause\"", "\"anchorLift\"", "\"PauseAnchored\"", "\"LiftAnchored\"")
        .contains("\"Genesis\"", "\"WrongSignature\"");
  }

  @Test
  void theCreationCodeEndsWithTheRuntimeCodeWhoseImmutablesAreZero() {
    byte[] creation = artifact.creationCode();
    int start = creation.length - artifact.runtimeLength();
    byte[] runtime = Arrays.copyOfRange(creation, start, creation.length);
    assertThat(artifact.withoutImmutables(runtime)).isEqualTo(runtime);
  }

  @Test
  void theImmutablesAreTheParametersAndNothingElse() {
    Set<String> names =
        artifact.immutables().stream().map(ImmutableRange::name).collect(Collectors.toSet());
    assertThat(names)
        .containsExactlyInAnyOrder(
            "exemptBelowPflops",
            "leadSeconds",
            "minRampSeconds",
            "licenceSeconds",
            "lapseCeilingBps",
            "lapseRampSeconds",
            "lapseStaggerSeconds");
    assertThat(artifact.immutables()).allSatisfy(r -> assertThat(r.length()).isEqualTo(32));
  }

  @Test
  void zeroingTouchesTheImmutablesAlone() {
    byte[] runtime = new byte[artifact.runtimeLength()];
    Arrays.fill(runtime, (byte) 7);
    byte[] zeroed = artifact.withoutImmutables(runtime);
    for (ImmutableRange range : artifact.immutables()) {
      for (int i = range.start(); i < range.start() + range.length(); i++) {
        assertThat(zeroed[i]).isZero();
        zeroed[i] = 7;
      }
    }
    assertThat(zeroed).isEqualTo(runtime);
  }

  @Test
  void codeOfAnotherLengthIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> artifact.withoutImmutables(new byte[artifact.runtimeLength() - 1]))
        .withMessageContaining(String.valueOf(artifact.runtimeLength()));
  }
}
