package org.softpause.signer.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.DOMAIN;
import static org.softpause.signer.world.Fixtures.NOW;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.deciding.BallotCaster;
import org.softpause.signer.operation.ActivityLog;
import org.softpause.signer.registry.LogReplay;
import org.softpause.signer.release.ShareRelease;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.PosixDisk;
import org.softpause.signer.world.TestCommittee;
import org.softpause.signer.world.TestHttpServer;
import org.softpause.signer.world.TestHttpServer.Answer;
import org.softpause.signer.world.TestMember;

/** Alice and bob have approved a pause; the service offers alice a package for it. */
class SigningTaskTest {
  private static final SecureRandom RANDOM = new SeededRandom(18);
  private static final TestCommittee COUNCIL = new TestCommittee(2, RANDOM);
  private static final Pause PAUSE = pause(0, 500, NOW);
  private static final Bytes32 ID = PAUSE.id(DOMAIN);
  private static final BallotCaster.Subject SUBJECT = new BallotCaster.Subject(ID, PAUSE);

  @TempDir Path folder;
  private final List<String> posted = Collections.synchronizedList(new ArrayList<>());
  private final StringWriter said = new StringWriter();
  private SignerStore alice;
  private SigningPackageDocument offer;
  private TestHttpServer board;

  @BeforeEach
  void aPackageWaits() throws IOException {
    TestMember first = member(1);
    alice = first.store();
    offer = COUNCIL.offer(ID, List.of(first.approves(SUBJECT), member(2).approves(SUBJECT)));
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

  private TestMember member(int member) {
    TestMember seated =
        COUNCIL.member(member, folder.resolve("home" + member), new PosixDisk(), RANDOM);
    seated
        .store()
        .change(
            state ->
                state
                    .withSeat(COUNCIL.seat(member, SeatStatus.IN_FORCE))
                    .withDeployment(TestRegistry.deployment().toJson()));
    return seated;
  }
}
