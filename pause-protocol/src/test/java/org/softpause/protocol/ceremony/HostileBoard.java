package org.softpause.protocol.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.softpause.frost.FrostException;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.evidence.Equivocation;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestMember;
import org.softpause.protocol.jose.Jws;

/**
 * A board that lies together with one participant. Every participant and an observer has a view of
 * its own, in which the board shows, hides and orders what was signed as it likes, and in which the
 * liar says what this view accepts. Everything follows from the seed.
 */
final class HostileBoard {
  private static final int QUIET_ROUNDS = 3;

  private final TestCeremony committee;
  private final CeremonyPlan plan;
  private final LyingParticipant liar;
  private final Random random;
  private final List<Jws> honest = new ArrayList<>();
  private final List<Jws> lies = new ArrayList<>();
  private final List<Ceremony> views;
  private int splitComplaints;

  HostileBoard(
      TestCeremony committee,
      Identifier liar,
      Optional<KeyPackage> liarsOldShare,
      CeremonyPhase cheatsIn,
      Random random) {
    this.committee = committee;
    this.plan = committee.plan();
    this.random = random;
    TestMember dishonest = committee.member(liar.value());
    this.liar =
        new LyingParticipant(
            plan,
            dishonest,
            liar,
            liarsOldShare,
            cheatsIn,
            random,
            new SeededRandom(random.nextLong()));
    Jws proposed = committee.member(1).propose(plan);
    (liar.value() == 1 ? lies : honest).add(proposed);
    this.views =
        new ArrayList<>(
            Collections.nCopies(committee.members().size() + 1, Ceremony.propose(proposed)));
  }

  /** Lets the ceremony go on in all views until none of them moves any more. */
  void run() {
    int quiet = 0;
    while (quiet < QUIET_ROUNDS) {
      List<Ceremony> before = List.copyOf(views);
      for (int view = 0; view < views.size(); view++) {
        show(view);
        lieIn(view);
      }
      for (TestMember member : committee.members()) {
        if (!member.identity().publicIdentity().kid().equals(liar.kid())) {
          act(member);
        }
      }
      quiet = views.equals(before) ? quiet + 1 : 0;
    }
  }

  private void show(int view) {
    List<Jws> shown = new ArrayList<>(honest);
    shown.addAll(lies);
    if (liar.cheatsIn(views.get(view).phase())) {
      Collections.shuffle(shown, random);
    }
    for (Jws message : shown) {
      if (mayFit(views.get(view), message) && !hides(views.get(view), message)) {
        offer(view, message);
      }
    }
  }

  /** In the phase in which the liar cheats, most of what it said in other views is hidden. */
  private boolean hides(Ceremony view, Jws message) {
    return liar.cheatsIn(view.phase()) && lies.contains(message) && random.nextInt(4) > 0;
  }

  /** Spares the work of verifying a message that is sure to be refused or known. */
  private boolean mayFit(Ceremony view, Jws message) {
    return LyingParticipant.types(view.phase()).contains(message.unverified().type())
        && !view.messages().contains(message);
  }

  private void offer(int view, Jws message) {
    try {
      views.set(view, views.get(view).accept(message));
    } catch (RuleViolation refused) {
      if (refused.rule() == Rule.SPLIT_VIEW
          && message.unverified().type().equals(Complaint.TYPE)
          && honest.contains(message)) {
        splitComplaints++;
        requireThatTheLiarsOwnMessagesConvictIt(views.get(view));
      }
    }
  }

  private void requireThatTheLiarsOwnMessagesConvictIt(Ceremony view) {
    assertThat(lies.stream().flatMap(lie -> contradiction(view, lie).stream()))
        .isNotEmpty()
        .allMatch(evidence -> evidence.culprit().identifier().equals(liar.identifier()));
  }

  private void lieIn(int view) {
    Ceremony now = views.get(view);
    if (now.waitingFor().contains(liar.identifier())) {
      liar.say(now)
          .ifPresent(
              lie -> {
                lies.add(lie);
                offer(view, lie);
              });
    }
  }

  /**
   * An honest member acts on its own view, and now and then on one that the board shows instead.
   */
  private void act(TestMember member) {
    int own = committee.members().indexOf(member);
    int shown = random.nextInt(8) == 0 ? random.nextInt(views.size()) : own;
    try {
      member.act(views.get(shown)).filter(said -> !honest.contains(said)).ifPresent(honest::add);
    } catch (RuleViolation | FrostException stopped) {
      // A member that is shown a contradiction or an aborted ceremony says nothing.
    }
  }

  /** Asserts that no honest participant is a culprit, whatever honest message a view is shown. */
  void requireThatNoHonestSenderIsACulprit(long seed) {
    for (int view = 0; view < views.size(); view++) {
      requireNoneButTheLiar(views.get(view), seed);
      for (Jws message : honest) {
        assertThat(contradiction(views.get(view), message)).as("seed %d", seed).isEmpty();
        after(views.get(view), message).ifPresent(next -> requireNoneButTheLiar(next, seed));
      }
    }
  }

  private void requireNoneButTheLiar(Ceremony view, long seed) {
    assertThat(view.culprits())
        .as("culprits with seed %d, where %s lies: %s", seed, liar.identifier(), view.abortReason())
        .isSubsetOf(liar.identifier());
  }

  /** How many honest complaints were refused in a view because they judge another transcript. */
  int splitComplaints() {
    return splitComplaints;
  }

  Stream<Ceremony> views() {
    return views.stream();
  }

  private static Optional<Equivocation> contradiction(Ceremony view, Jws message) {
    try {
      return view.equivocation(message);
    } catch (RuleViolation nothingProven) {
      return Optional.empty();
    }
  }

  private static Optional<Ceremony> after(Ceremony view, Jws message) {
    try {
      return Optional.of(view.accept(message));
    } catch (RuleViolation refused) {
      return Optional.empty();
    }
  }
}
