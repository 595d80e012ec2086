package org.softpause.frost.roast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.SeededRandom;
import org.softpause.frost.TestGroup;
import org.softpause.frost.roast.CoordinatorEvent.Answer;
import org.softpause.frost.roast.CoordinatorMessage.Blame;
import org.softpause.frost.roast.CoordinatorMessage.Request;

/**
 * Simulates a whole signing over a network that delays, reorders and repeats messages. Exactly t
 * members are honest. A seed determines the network and the behaviour of all others.
 */
final class Simulation {
  private static final byte[] MESSAGE = new byte[32];

  private final PublicKeyPackage group;
  private final Random dice;
  private final Map<Identifier, TestSigner> signers = new TreeMap<>();
  private final Map<Identifier, Behaviour> behaviours = new TreeMap<>();
  private final Map<Identifier, List<Answer>> sent = new HashMap<>();
  private final List<Runnable> inFlight = new ArrayList<>();
  private final List<CoordinatorEvent> delivered = new ArrayList<>();
  private final List<CoordinatorMessage> heard = new ArrayList<>();
  private Coordinator coordinator;

  Simulation(TestGroup testGroup, long seed) {
    group = testGroup.publicKeys();
    dice = new Random(seed);
    coordinator = Coordinator.begin(group, MESSAGE);
    SeededRandom random = new SeededRandom(seed);
    for (Identifier member : group.shares().keySet()) {
      signers.put(member, new TestSigner(testGroup.key(member), random));
    }
    assignBehaviours();
  }

  private void assignBehaviours() {
    List<Identifier> shuffled = new ArrayList<>(signers.keySet());
    Collections.shuffle(shuffled, dice);
    Behaviour[] bad = Behaviour.values();
    for (int i = 0; i < shuffled.size(); i++) {
      Behaviour behaviour =
          i < group.minSigners() ? Behaviour.HONEST : bad[dice.nextInt(1, bad.length)];
      behaviours.put(shuffled.get(i), behaviour);
    }
  }

  /** Delivers messages until none is left, and checks every invariant after every event. */
  void run() {
    signers.forEach((member, signer) -> send(signer.commitment()));
    while (!inFlight.isEmpty()) {
      inFlight.remove(next()).run();
    }
    requireSignature();
    requireOnlyTheGuiltyBlamed();
    requireTheSameFromTheSameEvents();
  }

  /**
   * Picks the oldest, the newest or any message, so that order, reverse order and chaos all occur.
   */
  private int next() {
    int last = inFlight.size() - 1;
    return switch (dice.nextInt(4)) {
      case 0 -> 0;
      case 1 -> last;
      default -> dice.nextInt(last + 1);
    };
  }

  private void send(CoordinatorEvent event) {
    inFlight.add(() -> deliver(event));
    if (dice.nextInt(8) == 0) {
      inFlight.add(() -> deliver(event));
    }
  }

  private void deliver(CoordinatorEvent event) {
    delivered.add(event);
    CoordinatorStep step = coordinator.on(event);
    coordinator = step.next();
    heard.addAll(step.messages());
    int limit = signers.size() - group.minSigners() + 1;
    assertThat(coordinator.sessions()).as("sessions opened").isLessThanOrEqualTo(limit);
    assertThat(coordinator.waiting()).hasSizeLessThan(group.minSigners() + 1);
    for (CoordinatorMessage message : step.messages()) {
      if (message instanceof Request request) {
        carry(request);
      }
    }
  }

  private void carry(Request request) {
    for (Identifier asked : request.signingPackage().commitments().keySet()) {
      inFlight.add(() -> ask(asked, request));
      if (dice.nextInt(8) == 0) {
        inFlight.add(() -> ask(asked, request));
      }
    }
  }

  private void ask(Identifier member, Request request) {
    TestSigner signer = Optional.ofNullable(signers.get(member)).orElseThrow();
    List<Answer> before = sent.computeIfAbsent(member, each -> new ArrayList<>());
    behaviour(member)
        .answer(signer, request, List.copyOf(before), dice)
        .forEach(
            event -> {
              send(event);
              if (event instanceof Answer answer) {
                before.add(answer);
              }
            });
  }

  private Behaviour behaviour(Identifier member) {
    return Optional.ofNullable(behaviours.get(member)).orElseThrow();
  }

  private void requireSignature() {
    assertThat(coordinator.signature()).as("a signature").isPresent();
    group.verifyingKey().verify(MESSAGE, coordinator.signature().orElseThrow());
    assertThat(heard).filteredOn(CoordinatorMessage.Finished.class::isInstance).hasSize(1);
  }

  private void requireOnlyTheGuiltyBlamed() {
    coordinator
        .culprits()
        .forEach(
            (culprit, evidence) -> {
              assertThat(behaviour(culprit)).isNotEqualTo(Behaviour.HONEST);
              assertThat(evidence.sender()).isEqualTo(culprit);
              evidence.check(group);
            });
    assertThat(heard).filteredOn(Blame.class::isInstance).hasSize(coordinator.culprits().size());
  }

  private void requireTheSameFromTheSameEvents() {
    if (dice.nextInt(16) == 0) {
      Coordinator again = Coordinator.begin(group, MESSAGE);
      List<CoordinatorMessage> said = new ArrayList<>();
      for (CoordinatorEvent event : delivered) {
        CoordinatorStep step = again.on(event);
        said.addAll(step.messages());
        again = step.next();
      }
      assertThat(said).isEqualTo(heard);
    }
  }

  int sessions() {
    return coordinator.sessions();
  }

  int culprits() {
    return coordinator.culprits().size();
  }
}
