package org.softpause.signer.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.signer.world.Refusals.refused;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.transport.GatheringLimits;
import org.softpause.signer.registry.CurrentCommittees;
import org.softpause.signer.registry.PinnedRegistry;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.store.PosixDisk;
import org.softpause.signer.world.Fixtures;
import org.softpause.signer.world.TestCommittee;
import org.softpause.signer.world.TestHttpServer;
import org.softpause.signer.world.TestHttpServer.Answer;

/** A service that shows more than anybody asked for. */
class HostileServiceTest {
  private static final SecureRandom RANDOM = new SeededRandom(21);
  private static final TestCommittee STRANGERS = new TestCommittee(3, RANDOM);

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final SoftwareIdentity identity = SoftwareIdentity.generate(RANDOM);
  private final PinnedRegistry registry = new PinnedRegistry(TestRegistry.deployment());
  private JsonObject shown = new ObjectWriter().toJson();
  private TestHttpServer service;
  private SignerState state;

  @BeforeEach
  void aSignerBeforeItsService(@TempDir Path folder) throws IOException {
    service =
        new TestHttpServer(
            (method, path, body) -> {
              asked.add(path);
              return path.startsWith("/v1/decisions?") || path.equals("/v1/committees")
                  ? Answer.of(shown)
                  : Answer.problem(404, "not-found");
            });
    state = Fixtures.store(folder.resolve("home"), new PosixDisk(), identity, RANDOM).read();
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void moreDecisionsThanAskedForAreRefusedBeforeAnyOfThemIsFetched() {
    shown = decisions(101);
    refused(Rule.GATHERING_EXCEEDED, () -> decisions(service.client()).list(false));
    assertThat(asked).hasSize(1);
    shown = decisions(100);
    assertThat(decisions(service.client()).list(false)).isEmpty();
  }

  @Test
  void aListOfDecisionsThatTakesTooMuchIsRefusedAndNotShownInPart() {
    shown = decisions(100);
    ServiceClient few = few(50);
    refused(Rule.GATHERING_EXCEEDED, () -> decisions(few).list(true));
    assertThat(asked).hasSize(50);
  }

  @Test
  void moreCommitteesThanThereCanBeAreRefusedBeforeAnyOfThemIsRead() {
    shown =
        new ObjectWriter()
            .array("committees", Collections.nCopies(1_001, 0), none -> new ObjectWriter().toJson())
            .toJson();
    refused(Rule.GATHERING_EXCEEDED, () -> committees(service.client()));
    assertThat(asked).hasSize(1);
  }

  @Test
  void committeesWhoseCeremoniesTakeTooMuchAreRefusedAndNotLeftOut() {
    refused(Rule.GATHERING_EXCEEDED, () -> refreshed(few(0)));
    assertThat(refreshed(service.client())).isEmpty();
  }

  @Test
  void aRejectionThatIsShownManyTimesIsCountedOnce() {
    var pause = Fixtures.pause(0, 500, Fixtures.NOW);
    VerifiedProposal proposal =
        new VerifiedProposal(
            pause.id(Fixtures.DOMAIN),
            pause,
            STRANGERS.roster().member(new Identifier(1)),
            STRANGERS.roster());
    Jws no = STRANGERS.ballot(1, proposal.id(), pause.epoch(), new Ballot.Reject("not now"));
    assertThat(
            BallotCounter.count(proposal, STRANGERS.roster(), Collections.nCopies(50, no))
                .rejected())
        .hasSize(1);
  }

  private ServiceClient few(long requests) {
    return service
        .client()
        .gathering(new GatheringLimits(Duration.ofMinutes(1), 1 << 20, requests));
  }

  private CurrentCommittees committees(ServiceClient client) {
    return new CommitteeLookup(client).current(registry, TestRegistry.state(), state);
  }

  private static List<CurrentCommittees.Refreshed> refreshed(ServiceClient client) {
    return CommitteeLookup.refreshed(client, List.of(STRANGERS.roster()), List.of());
  }

  private VerifiedDecisions decisions(ServiceClient client) {
    CurrentCommittees committees =
        new CurrentCommittees(TestRegistry.state(), state, List.of(), List.of());
    return new VerifiedDecisions(client, registry, committees, identity, Clock.systemUTC());
  }

  private static JsonObject decisions(int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(i);
    }
    return new ObjectWriter()
        .array(
            "decisions",
            numbers,
            number ->
                new ObjectWriter().bytes32("id", Fixtures.hash("decision " + number)).toJson())
        .toJson();
  }
}
