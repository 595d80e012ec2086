package org.softpause.frost.roast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.softpause.frost.FrostException.UnfoundedBlame;
import org.softpause.frost.Identifier;
import org.softpause.frost.SeededRandom;
import org.softpause.frost.Signature;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.TestGroup;
import org.softpause.frost.roast.CoordinatorEvent.Answer;
import org.softpause.frost.roast.CoordinatorEvent.Commitment;
import org.softpause.frost.roast.CoordinatorEvent.Withdrawal;
import org.softpause.frost.roast.CoordinatorMessage.Blame;
import org.softpause.frost.roast.CoordinatorMessage.Finished;
import org.softpause.frost.roast.CoordinatorMessage.Ignored;
import org.softpause.frost.roast.CoordinatorMessage.Reason;
import org.softpause.frost.roast.CoordinatorMessage.Request;

/** Every transition of a 2-of-4 signing between alice, bob, carol and dave, one by one. */
class CoordinatorTest {
  private static final byte[] MESSAGE = "the id of a decision".getBytes(UTF_8);
  private static final Identifier ALICE = new Identifier(1);
  private static final Identifier BOB = new Identifier(2);
  private static final Identifier CAROL = new Identifier(3);
  private static final Identifier DAVE = new Identifier(4);

  private final SeededRandom random = new SeededRandom(41);
  private final TestGroup group = TestGroup.random(2, 4, random);
  private final Map<Identifier, TestSigner> signers = new TreeMap<>();
  private final List<CoordinatorEvent> history = new ArrayList<>();
  private Coordinator coordinator = Coordinator.begin(group.publicKeys(), MESSAGE);

  @Test
  void nothingIsAskedBeforeAThresholdWaits() {
    assertThat(commit(ALICE)).isEmpty();
    assertThat(coordinator.waiting()).containsExactly(ALICE);
    assertThat(coordinator.sessions()).isZero();
  }

  @Test
  void aSessionOpensWithTheCommitmentsOfThoseWhoWait() {
    Commitment alices = signer(ALICE).commitment();
    Commitment carols = signer(CAROL).commitment();
    on(carols);
    Request request = (Request) only(on(alices));
    assertThat(request.session()).isOne();
    assertThat(request.signingPackage().message()).isEqualTo(MESSAGE);
    assertThat(request.signingPackage().commitments())
        .containsExactly(
            Map.entry(ALICE, alices.commitments()), Map.entry(CAROL, carols.commitments()));
    assertThat(coordinator.asked()).containsExactly(ALICE, CAROL);
    assertThat(coordinator.waiting()).isEmpty();
  }

  @Test
  void theLastShareGivesTheSignature() {
    Request request = session(ALICE, BOB);
    assertThat(answer(ALICE, request)).isEmpty();
    assertThat(coordinator.waiting()).containsExactly(ALICE);
    Signature signature = ((Finished) only(answer(BOB, request))).signature();
    group.publicKeys().verifyingKey().verify(MESSAGE, signature);
    assertThat(coordinator.signature()).contains(signature);
    assertThat(coordinator.requestTo(ALICE)).isEmpty();
  }

  @Test
  void whoAnsweredSignsAgainWithTheNextWhoWaits() {
    Request first = session(ALICE, BOB);
    Answer alices = signer(ALICE).answer(first);
    on(alices);
    Request second = (Request) only(commit(CAROL));
    assertThat(second.session()).isEqualTo(2);
    assertThat(second.signingPackage().commitments())
        .containsEntry(ALICE, alices.nextCommitments())
        .containsOnlyKeys(ALICE, CAROL);
    assertThat(coordinator.asked()).containsExactly(ALICE, BOB, CAROL);
  }

  @Test
  void aSessionHeldUpForLongStillGivesTheSignatureWhenItsLastShareComes() {
    Request first = session(ALICE, BOB);
    answer(ALICE, first);
    commit(CAROL);
    assertThat(only(answer(BOB, first))).isInstanceOf(Finished.class);
  }

  @Test
  void whoStillOwesAShareOwesNothingOnceTheSignatureIsThere() {
    Request first = session(ALICE, BOB);
    answer(ALICE, first);
    Request second = (Request) only(commit(CAROL));
    assertThat(coordinator.requestTo(CAROL)).contains(second);
    answer(BOB, first);
    assertThat(coordinator.signature()).isPresent();
    assertThat(coordinator.requestTo(CAROL)).isEmpty();
  }

  @Test
  void anInvalidShareNamesItsSenderWithEvidence() {
    Request request = session(ALICE, BOB);
    Answer bad = tampered(signer(BOB).answer(request));
    InvalidShare evidence = ((Blame) only(on(bad))).evidence();
    assertThat(evidence).isEqualTo(new InvalidShare(BOB, request.signingPackage(), bad.share()));
    evidence.check(group.publicKeys());
    assertThat(coordinator.culprits()).containsExactly(Map.entry(BOB, evidence));
    assertThat(coordinator.asked()).containsExactly(ALICE);
  }

  @Test
  void evidenceAgainstTheHonestDoesNotHold() {
    Request request = session(ALICE, BOB);
    Answer good = signer(BOB).answer(request);
    InvalidShare framed = new InvalidShare(BOB, request.signingPackage(), good.share());
    assertThatThrownBy(() -> framed.check(group.publicKeys())).isInstanceOf(UnfoundedBlame.class);
  }

  @Test
  void whoWasBlamedIsHeardNoMore() {
    Request request = session(ALICE, BOB);
    Answer good = signer(BOB).answer(request);
    on(tampered(good));
    ignored(on(good), BOB, Reason.MALICIOUS);
    ignored(on(signer(BOB).commitment()), BOB, Reason.MALICIOUS);
    ignored(on(new Withdrawal(BOB)), BOB, Reason.MALICIOUS);
    assertThat(coordinator.requestTo(BOB)).isEmpty();
  }

  @Test
  void aSecondShareThatDiffersIsInvalidAndNamesItsSenderWhereverItStandsByThen() {
    Request first = session(ALICE, BOB);
    Answer good = signer(ALICE).answer(first);
    on(good);
    assertThat(only(on(tampered(good)))).isInstanceOf(Blame.class);
    assertThat(coordinator.waiting()).isEmpty();
    assertThat(commit(CAROL)).isEmpty();
    assertThat(only(commit(DAVE))).isInstanceOf(Request.class);
  }

  @Test
  void aShareMadeForAnotherSessionNamesItsSender() {
    Request first = session(ALICE, BOB);
    Answer alices = signer(ALICE).answer(first);
    on(alices);
    Request second = (Request) only(commit(CAROL));
    Answer mixed = new Answer(ALICE, 2, alices.share(), signer(ALICE).issue());
    assertThat(((Blame) only(on(mixed))).evidence().signingPackage())
        .isEqualTo(second.signingPackage());
  }

  @Test
  void anAnswerRepeatedChangesNothing() {
    Request first = session(ALICE, BOB);
    Answer alices = signer(ALICE).answer(first);
    on(alices);
    ignored(on(alices), ALICE, Reason.ANSWERED_BEFORE);
    ignored(
        on(new Answer(ALICE, 1, alices.share(), signer(ALICE).issue())),
        ALICE,
        Reason.ANSWERED_BEFORE);
    Request second = (Request) only(commit(CAROL));
    assertThat(second.signingPackage().commitments().get(ALICE))
        .isEqualTo(alices.nextCommitments());
    ignored(on(alices), ALICE, Reason.ANSWERED_BEFORE);
    assertThat(coordinator.requestTo(ALICE)).contains(second);
  }

  @Test
  void anAnswerNobodyAskedForChangesNothing() {
    Request request = session(ALICE, BOB);
    Answer alices = signer(ALICE).answer(request);
    for (int session : new int[] {Integer.MIN_VALUE, -1, 0, 2, Integer.MAX_VALUE}) {
      Answer unasked = new Answer(ALICE, session, alices.share(), alices.nextCommitments());
      ignored(on(unasked), ALICE, Reason.NOT_ASKED);
    }
    Answer carols = new Answer(CAROL, 1, alices.share(), signer(CAROL).issue());
    ignored(on(carols), CAROL, Reason.NOT_ASKED);
    assertThat(coordinator.asked()).containsExactly(ALICE, BOB);
  }

  @Test
  void theFirstCommitmentsCount() {
    Commitment first = signer(ALICE).commitment();
    on(first);
    ignored(on(signer(ALICE).commitment()), ALICE, Reason.COMMITTED_BEFORE);
    ignored(on(first), ALICE, Reason.COMMITTED_BEFORE);
    Request request = (Request) only(commit(BOB));
    assertThat(request.signingPackage().commitments()).containsEntry(ALICE, first.commitments());
    ignored(on(signer(ALICE).commitment()), ALICE, Reason.COMMITTED_BEFORE);
  }

  @Test
  void commitmentsServeOnce() {
    Request first = session(ALICE, BOB);
    Answer alices = signer(ALICE).answer(first);
    var used = Optional.ofNullable(first.signingPackage().commitments().get(ALICE)).orElseThrow();
    ignored(on(new Answer(ALICE, 1, alices.share(), used)), ALICE, Reason.COMMITMENTS_REUSED);
    assertThat(coordinator.asked()).contains(ALICE);
    assertThat(on(alices)).isEmpty();
    Request second = (Request) only(commit(CAROL));
    Answer again = signer(ALICE).answer(second);
    ignored(on(new Answer(ALICE, 2, again.share(), used)), ALICE, Reason.COMMITMENTS_REUSED);
  }

  @Test
  void whoWithdrawsIsNotAskedAgain() {
    commit(ALICE);
    assertThat(on(new Withdrawal(ALICE))).isEmpty();
    assertThat(commit(BOB)).isEmpty();
    ignored(on(signer(ALICE).commitment()), ALICE, Reason.WITHDRAWN);
    Request request = (Request) only(commit(CAROL));
    on(new Withdrawal(CAROL));
    assertThat(coordinator.requestTo(CAROL)).isEmpty();
    assertThat(coordinator.requestTo(BOB)).contains(request);
    ignored(on(signer(CAROL).answer(request)), CAROL, Reason.WITHDRAWN);
    on(new Withdrawal(DAVE));
    ignored(on(signer(DAVE).commitment()), DAVE, Reason.WITHDRAWN);
  }

  @Test
  void aStrangerIsIgnored() {
    Identifier eve = new Identifier(5);
    ignored(on(new Commitment(eve, signer(ALICE).issue())), eve, Reason.STRANGER);
    ignored(on(new Withdrawal(eve)), eve, Reason.STRANGER);
  }

  @Test
  void afterTheSignatureNothingChanges() {
    Request request = session(ALICE, BOB);
    answer(ALICE, request);
    Answer last = signer(BOB).answer(request);
    on(last);
    ignored(on(last), BOB, Reason.FINISHED);
    ignored(on(tampered(last)), BOB, Reason.FINISHED);
    ignored(commit(CAROL), CAROL, Reason.FINISHED);
    ignored(on(new Withdrawal(DAVE)), DAVE, Reason.FINISHED);
    assertThat(coordinator.culprits()).isEmpty();
  }

  @Test
  void everyoneBeyondTheThresholdCanHoldUpOneSessionAndNoMore() {
    commit(CAROL);
    Request first = (Request) only(commit(ALICE));
    answer(ALICE, first);
    Request second = (Request) only(commit(DAVE));
    answer(ALICE, second);
    Request third = (Request) only(commit(BOB));
    assertThat(third.session()).isEqualTo(4 - 2 + 1);
    assertThat(coordinator.sessions()).isEqualTo(4 - 2 + 1);
    answer(ALICE, third);
    assertThat(only(answer(BOB, third))).isInstanceOf(Finished.class);
  }

  @Test
  void theSameEventsGiveTheSameAgain() {
    Request first = session(ALICE, BOB);
    on(tampered(signer(BOB).answer(first)));
    answer(ALICE, first);
    Request second = (Request) only(commit(CAROL));
    answer(CAROL, second);
    answer(ALICE, second);
    Coordinator replayed = Coordinator.begin(group.publicKeys(), MESSAGE);
    for (CoordinatorEvent event : history) {
      replayed = replayed.on(event).next();
    }
    assertThat(replayed.signature()).isPresent().isEqualTo(coordinator.signature());
    assertThat(replayed.culprits()).isEqualTo(coordinator.culprits());
  }

  private TestSigner signer(Identifier member) {
    return signers.computeIfAbsent(member, each -> new TestSigner(group.key(each), random));
  }

  private List<CoordinatorMessage> on(CoordinatorEvent event) {
    history.add(event);
    CoordinatorStep step = coordinator.on(event);
    coordinator = step.next();
    return step.messages();
  }

  private List<CoordinatorMessage> commit(Identifier member) {
    return on(signer(member).commitment());
  }

  private List<CoordinatorMessage> answer(Identifier member, Request request) {
    return on(signer(member).answer(request));
  }

  private Request session(Identifier one, Identifier other) {
    commit(one);
    return (Request) only(commit(other));
  }

  private static CoordinatorMessage only(List<CoordinatorMessage> messages) {
    assertThat(messages).hasSize(1);
    return messages.getFirst();
  }

  private static void ignored(List<CoordinatorMessage> messages, Identifier sender, Reason reason) {
    assertThat(messages).containsExactly(new Ignored(sender, reason));
  }

  private static Answer tampered(Answer answer) {
    byte[] bytes = answer.share().encode();
    bytes[31] ^= 1;
    return new Answer(
        answer.sender(), answer.session(), SignatureShare.decode(bytes), answer.nextCommitments());
  }
}
