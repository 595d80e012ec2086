package org.softpause.signer.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.DOMAIN;
import static org.softpause.signer.world.Fixtures.NOW;
import static org.softpause.signer.world.Fixtures.TIMES;
import static org.softpause.signer.world.Fixtures.pause;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.frost.Identifier;
import org.softpause.frost.SecretBytes;
import org.softpause.frost.SigningCommitments;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.PackageHash;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.deciding.BallotCaster;
import org.softpause.signer.operation.ActivityLog;
import org.softpause.signer.registry.LogReplay;
import org.softpause.signer.release.ShareRelease;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.PosixDisk;
import org.softpause.signer.world.Fixtures;
import org.softpause.signer.world.TestCommittee;
import org.softpause.signer.world.TestHttpServer;
import org.softpause.signer.world.TestHttpServer.Answer;

/** Alice and bob have approved a pause; the service offers alice a package for it. */
class SigningTaskTest {
  private static final SecureRandom RANDOM = new SeededRandom(18);
  private static final TestCommittee COUNCIL = new TestCommittee(2, RANDOM);
  private static final Pause PAUSE = pause(0, 500, NOW);
  private static final Bytes32 ID = PAUSE.id(DOMAIN);
  private static final Bytes32 ROSTER = COUNCIL.roster().hash();

  @TempDir Path folder;
  private final List<String> posted = Collections.synchronizedList(new ArrayList<>());
  private final StringWriter said = new StringWriter();
  private SignerStore alice;
  private SigningPackageDocument offer;
  private TestHttpServer board;

  @BeforeEach
  void aPackageWaits() throws IOException {
    alice = store(1);
    offer = offer(List.of(approve(alice, 1), approve(store(2), 2)));
    board = new TestHttpServer(this::answer);
  }

  @AfterEach
  void close() {
    board.close();
  }

  @Test
  void aShareLeavesInTheEpochOfTheApproval() {
    look(TestRegistry.state());
    assertThat(posted).hasSize(1).first().asString().contains("/signature-shares");
  }

  @Test
  void noShareLeavesOnceTheVerifiedLogHasGoneOnToAnotherEpoch() {
    RegistryState genesis = TestRegistry.state();
    look(TestRegistry.anchor(genesis, rotation(genesis), TestRegistry.NOW));
    assertThat(posted).isEmpty();
    assertThat(said.toString()).contains("wrong-epoch: approved for epoch 0, by now it is 1");
  }

  private static Rotate rotation(RegistryState state) {
    MandateName standing = MandateName.STANDING;
    long at = TestRegistry.NOW;
    return new Rotate(
        standing, 0, standing, 0, state.committees(standing), at, at + 600, Bytes32.ZERO);
  }

  private void look(RegistryState known) {
    Instant now = Instant.ofEpochSecond(NOW);
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    new SigningTask(
            alice,
            board.client(),
            new ShareRelease(alice, COUNCIL.identity(1), RANDOM),
            registry -> new LogReplay(known),
            new ActivityLog(new PrintWriter(said), clock, false),
            clock)
        .run();
  }

  private Answer answer(String method, String path, byte[] body) {
    if (method.equals("POST")) {
      posted.add(path);
      return Answer.created();
    }
    return Answer.of(offer.toJson());
  }

  private SignerStore store(int member) {
    SignerStore store =
        Fixtures.store(
            folder.resolve("home" + member), new PosixDisk(), COUNCIL.identity(member), RANDOM);
    store.change(
        state -> state.withSeat(seat(member)).withDeployment(TestRegistry.deployment().toJson()));
    return store;
  }

  private static CeremonySeat seat(int member) {
    Membership membership = COUNCIL.membership(member);
    SecretBytes seed = SecretBytes.copyOf(new byte[CeremonySeat.SEED_LENGTH]);
    SecretBytes share = SecretBytes.copyOf(membership.key().signingShare().exposeSecretBytes());
    return CeremonySeat.taken(
            COUNCIL.roster().ceremony(), membership.self(), seed, Optional.empty())
        .withSigningShare(share)
        .completed(COUNCIL.roster(), ROSTER, SeatStatus.IN_FORCE);
  }

  private static Jws approve(SignerStore store, int member) {
    return new BallotCaster(store, COUNCIL.identity(member), RANDOM)
        .approve(
            COUNCIL.membership(member),
            new BallotCaster.Subject(ID, PAUSE),
            Optional.empty(),
            TIMES);
  }

  private static SigningPackageDocument offer(List<Jws> ballots) {
    SortedMap<Identifier, SigningCommitments> points = new TreeMap<>();
    for (Jws jws : ballots) {
      Ballot ballot = ObjectReader.read(jws.unverified().document(), Ballot::read);
      points.put(ballot.voter(), ((Ballot.Approve) ballot.choice()).commitment().commitments());
    }
    Bytes32 hash = PackageHash.of(ROSTER, COUNCIL.roster().groupKey(), ID, points);
    return new SigningPackageDocument(ID, ROSTER, hash, ballots);
  }
}
