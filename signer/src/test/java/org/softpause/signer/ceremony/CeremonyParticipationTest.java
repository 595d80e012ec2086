package org.softpause.signer.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.softpause.signer.world.Refusals.refused;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.ceremony.document.PossessionShare;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.Outcome;
import org.softpause.signer.world.TestHttpServer;

class CeremonyParticipationTest {
  private final SeededRandom random = new SeededRandom(17);
  private Officers officers;
  private BulletinBoard board;
  private Bytes32 id;

  @BeforeEach
  void everybodyHasSignedThePlan(@TempDir Path folder) throws IOException {
    officers = new Officers(folder, random);
    board = new BulletinBoard(TestHttpServer.client(officers.service().address()));
    officers.enrol(Officers.FOUNDERS);
    Outcome proposed = officers.proposeCommittee();
    id = proposed.id();
    for (String name : Officers.FOUNDERS) {
      CeremonyParticipation participation = participation(name, UnaryOperator.identity());
      participation.takeSeat(board.read(id).plan(), proposed.text("fingerprint"));
      participation.advance(id);
    }
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void aSeatThatIsGivenUpWhileAStepOfItIsWorkedOutStaysGivenUp() {
    SignerStore other = officers.kenya().store();
    Runnable giveUp = () -> other.change(state -> state.withEnded(state.seat(id).orElseThrow()));
    CeremonyParticipation late = participation("Kenya", own -> new Interrupted(own, giveUp));

    assertThatThrownBy(() -> late.advance(id)).isInstanceOf(StoreException.class);

    CeremonySeat seat = officers.kenya().store().read().seat(id).orElseThrow();
    assertThat(seat.status()).isEqualTo(SeatStatus.ENDED);
    assertThat(seat.seed()).isEmpty();
    assertThat(seat.sent()).hasSize(1);
  }

  /**
   * Switzerland's first commitment served in a session with Kenya and Brazil. To a new command the
   * board shows the commitments of India and the Civil Council before those of Kenya and Brazil,
   * and Switzerland's share not at all.
   */
  @Test
  void aBoardThatReordersTheCommitmentsIsRefusedByRuleAndGetsNoSecondShare() throws IOException {
    until(CeremonyPhase.POSSESSION);
    for (String name : Officers.FOUNDERS) {
      participation(name, UnaryOperator.identity()).advance(id);
    }
    List<Jws> before = board.read(id).messages();
    assertThat(participation("Switzerland", UnaryOperator.identity()).advance(id))
        .isEqualTo(CeremonyProgress.sent(PossessionShare.TYPE));
    SignerState signed = officers.switzerland().store().read();
    List<Jws> reordered = new ArrayList<>(before.subList(0, before.size() - 4));
    reordered.addAll(before.subList(before.size() - 2, before.size()));
    reordered.addAll(before.subList(before.size() - 4, before.size() - 2));
    try (TestHttpServer hostile =
        new TestHttpServer((method, path, body) -> page(path, reordered))) {
      board = new BulletinBoard(hostile.client());
      CeremonyParticipation again = participation("Switzerland", UnaryOperator.identity());
      refused(Rule.COMMITMENT_BURNED, () -> again.advance(id));
    }
    assertThat(officers.switzerland().store().read()).isEqualTo(signed);
  }

  private void until(CeremonyPhase phase) {
    while (board.read(id).phase() != phase) {
      for (String name : Officers.FOUNDERS) {
        if (board.read(id).phase() != phase) {
          participation(name, UnaryOperator.identity()).advance(id);
        }
      }
    }
  }

  private static TestHttpServer.Answer page(String path, List<Jws> messages) {
    int after = Integer.parseInt(path.substring(path.indexOf('=') + 1));
    return TestHttpServer.Answer.of(
        new ObjectWriter()
            .number("count", messages.size())
            .texts(
                "messages",
                messages.subList(after, messages.size()).stream().map(Jws::compact).toList())
            .toJson());
  }

  /** Something else happens just before each signature. */
  private record Interrupted(Identity own, Runnable before) implements Identity {
    @Override
    public PublicIdentity publicIdentity() {
      return own.publicIdentity();
    }

    @Override
    public Jws sign(byte[] payload) {
      before.run();
      return own.sign(payload);
    }
  }

  private CeremonyParticipation participation(String name, UnaryOperator<Identity> change) {
    SignerStore store = officers.named(name).store();
    var key = (IdentityKey.Software) store.read().identity();
    Identity own = SoftwareIdentity.ofSecretBytes(key.secret().exposeSecretBytes(), random);
    return new CeremonyParticipation(store, change.apply(own), random, board);
  }
}
