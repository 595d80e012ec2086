package org.softpause.signer.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.SeatStatus;
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
