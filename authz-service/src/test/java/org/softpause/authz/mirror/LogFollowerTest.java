package org.softpause.authz.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.authz.Eventually;
import org.softpause.authz.RunningService;
import org.softpause.authz.SingleCommitteeRegistry;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.system.SteadyTime;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.LogEntry;

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

  /** The state of a block grows too old to be asked for while nothing new is finalised. */
  @Test
  void theStorageIsNotAskedAgainForTheBlockThatIsKnownAsFinal() throws IOException {
    Eventually.equal(true, () -> mirror.finalisedBlock().isPresent());
    BlockRef known = mirror.finalisedBlock().orElseThrow();
    follow(new MadeUpChain(Optional.of(known), block(known.number() + 1), Bytes32.ZERO));
    assertThat(divergence.why()).isEmpty();
  }

  @Test
  void anEntryThatTheRulesRefuseIsNotStoredThoughItIsNotFinalYet() throws IOException {
    BlockRef last = block(reconciler.firstUnsettledBlock() + 1_000_000);
    BlockRef latest = block(last.number() + 1);
    var signedByOthers =
        new LogEntry(
            mirror.finalised().sequence() + 1,
            TestRegistry.NOW,
            TestRegistry.certify(new PauseBuilder().build()));
    var stated =
        new LoggedEntry(signedByOthers, Bytes32.ZERO, latest.number(), latest.hash(), Bytes32.ZERO);
    follow(new MadeUpChain(Optional.of(last), latest, mirror.finalised().head(), List.of(stated)));
    assertThat(divergence.why().orElseThrow()).contains("wrong-signature-count");
    assertThat(mirror.pendingEntries()).isEmpty();
    assertThat(mirror.finalisedBlock()).isNotEqualTo(Optional.of(last));
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
    var settings = new MirrorSettings(2_000_000, Duration.ofSeconds(10));
    var servedChain = new ServedChain(service.part(ServedRegistry.class), chain);
    var importer = new LogImporter(servedChain, chain, reconciler);
    var catchUp = new LogCatchUp(chain, mirror, importer, divergence, settings, new SteadyTime());
    new LogFollower(
            servedChain,
            chain,
            service.part(ServedRegistry.class),
            mirror,
            reconciler,
            importer,
            catchUp,
            divergence,
            settings)
        .step();
  }

  private static BlockRef block(long number) {
    return new BlockRef(number, Bytes32.ZERO, 1_790_000_000);
  }

  /** A chain of few events or none, whose registry has this head in every block. */
  private record MadeUpChain(
      Optional<BlockRef> last, BlockRef latest, Bytes32 stated, List<LoggedEntry> events)
      implements RegistryEventSource {
    MadeUpChain(Optional<BlockRef> last, BlockRef latest, Bytes32 stated) {
      this(last, latest, stated, List.of());
    }

    @Override
    public long chainId() {
      return 31_337;
    }

    @Override
    public Optional<BlockRef> finalised() {
      return last;
    }

    @Override
    public BlockRef block(long number) {
      return LogFollowerTest.block(number);
    }

    @Override
    public List<LoggedEntry> entries(long from, long to) {
      return events;
    }

    @Override
    public long gasUsed(Bytes32 transaction) {
      return 1;
    }

    @Override
    public Bytes32 head(BlockRef block) {
      return stated;
    }
  }
}
