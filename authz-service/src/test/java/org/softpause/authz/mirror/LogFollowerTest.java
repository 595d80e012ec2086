package org.softpause.authz.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.authz.RunningService;
import org.softpause.authz.SingleCommitteeRegistry;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.proof.BlockRef;

/** A follower of its own over the mirror of a running service, before a chain that is made up. */
class LogFollowerTest {
  private final RunningService service = SingleCommitteeRegistry.sharedThatOnlySigns().service();
  private final RegistryMirror mirror = service.part(RegistryMirror.class);
  private final LogReconciler reconciler = service.part(LogReconciler.class);
  private final RegistryDivergence divergence = new RegistryDivergence();

  @Test
  void aHeadThatTheReplayDoesNotGiveIsReportedAndItsBlockIsNotTakenAsFinal() throws IOException {
    BlockRef lie = block(reconciler.firstUnsettledBlock() + 1_000_000);
    follow(new MadeUpChain(Optional.of(lie), lie, Bytes32.ZERO));
    assertThat(divergence.why().orElseThrow()).contains(Bytes32.ZERO.toString());
    assertThat(mirror.finalisedBlock()).isNotEqualTo(Optional.of(lie));
  }

  @Test
  void aChainThatHasFinalisedNothingYetIsLeftAlone() throws IOException {
    BlockRef latest = block(reconciler.firstUnsettledBlock() + 1);
    follow(new MadeUpChain(Optional.empty(), latest, Bytes32.ZERO));
    assertThat(divergence.why()).isEmpty();
  }

  @Test
  void aNodeThatIsBehindWhatIsAlreadyFinalIsLeftAlone() throws IOException {
    follow(new MadeUpChain(Optional.of(block(0)), block(1), Bytes32.ZERO));
    assertThat(divergence.why()).isEmpty();
  }

  private void follow(RegistryEventSource chain) throws IOException {
    var settings = new MirrorSettings(2_000_000);
    new LogFollower(
            chain, service.part(ServedRegistry.class), mirror, reconciler, divergence, settings)
        .step();
  }

  private static BlockRef block(long number) {
    return new BlockRef(number, Bytes32.ZERO, 1_790_000_000);
  }

  /** A chain without events, whose registry has this head in every block. */
  private record MadeUpChain(Optional<BlockRef> last, BlockRef latest, Bytes32 stated)
      implements RegistryEventSource {
    @Override
    public Optional<BlockRef> finalised() {
      return last;
    }

    @Override
    public BlockRef block(long number) {
      return LogFollowerTest.block(number);
    }

    @Override
    public List<AnchoredEntry> entries(long from, long to) {
      return List.of();
    }

    @Override
    public Bytes32 head(BlockRef block) {
      return stated;
    }
  }
}
