package org.softpause.protocol.ceremony.repair;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.ceremony.document.CeremonyDocument;
import org.softpause.protocol.ceremony.document.RepairRequest;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestMember;
import org.softpause.protocol.jose.Jws;

/** Dave of a committee of five has lost its share; any three others can help. */
final class RepairWorld {
  static final Identifier DAVE = new Identifier(4);

  private final SecureRandom random;
  private final TestCeremony committee;
  private final Roster roster;
  private final Map<Bytes32, Map<Identifier, Seed>> seeds = new HashMap<>();
  private final Map<Bytes32, Map<Identifier, List<Jws>>> sent = new HashMap<>();
  private Optional<KeyPackage> rebuilt = Optional.empty();

  RepairWorld(long seed) {
    random = new SeededRandom(seed);
    committee = TestCeremony.threeOfFive(seed);
    roster = TestCeremony.roster(committee.complete());
  }

  Roster roster() {
    return roster;
  }

  TestMember member(int number) {
    return committee.member(number);
  }

  Optional<KeyPackage> rebuilt() {
    return rebuilt;
  }

  /** Dave asks these members for help. */
  Ceremony ask(int... helpers) {
    byte[] nonce = new byte[Bytes32.LENGTH];
    random.nextBytes(nonce);
    List<Identifier> named = new ArrayList<>();
    for (int helper : helpers) {
      named.add(new Identifier(helper));
    }
    Seed seed = Seed.generate(random);
    RepairRequest request =
        LostMember.request(roster, DAVE, named, seed, Bytes32.of(nonce), 1_000, 1_000 + 86_400);
    seeds.computeIfAbsent(request.id(), id -> new HashMap<>()).put(DAVE, seed);
    return Ceremony.propose(keep(request.id(), DAVE, signedBy(4, request)));
  }

  Jws signedBy(int member, CeremonyDocument document) {
    return member(member).identity().sign(document.toJson());
  }

  /** What this member does next, as a program that was started anew. */
  RepairStep next(Ceremony seen, int member) {
    return participant(seen, member)
        .next(
            seen.repair().orElseThrow(),
            seen.messages(),
            sentIn(seen.id(), new Identifier(member)));
  }

  RepairParticipant participant(Ceremony seen, int member) {
    RepairRequest request = (RepairRequest) seen.opening();
    Seed seed = seed(seen, member);
    return DAVE.value() == member
        ? LostMember.of(request, member(member).identity(), seed)
        : HelpingMember.of(request, member(member).identity(), seed, member(member).key(), random);
  }

  Seed seed(Ceremony seen, int member) {
    return seeds
        .computeIfAbsent(seen.id(), id -> new HashMap<>())
        .computeIfAbsent(new Identifier(member), who -> Seed.generate(random));
  }

  /** The message that this member has to send now, made durable. */
  Optional<Jws> message(Ceremony seen, int member) {
    return switch (next(seen, member)) {
      case RepairStep.Send send ->
          Optional.of(keep(seen.id(), new Identifier(member), send.message()));
      case RepairStep.Rebuilt done -> {
        rebuilt = Optional.of(done.key());
        LostMember dave = (LostMember) participant(seen, member);
        yield Optional.of(
            keep(seen.id(), DAVE, dave.completion(seen.repair().orElseThrow(), 1_000)));
      }
      case RepairStep.Wait wait -> Optional.empty();
      case RepairStep.Done done -> Optional.empty();
    };
  }

  /** Lets all take their steps until the repair is in this phase. */
  Ceremony runUntil(Ceremony from, CeremonyPhase phase) {
    Ceremony now = from;
    while (now.phase() != phase) {
      Ceremony before = now;
      for (int member = 1; member <= 5 && now.phase() != phase; member++) {
        RepairRequest request = (RepairRequest) now.opening();
        if (member == 4 || request.isHelper(new Identifier(member))) {
          now = now.phase() == CeremonyPhase.ABORTED ? now : post(now, member);
        }
      }
      if (now == before) {
        throw new IllegalStateException("nobody has anything to send in " + now.phase());
      }
    }
    return now;
  }

  Ceremony post(Ceremony now, int member) {
    return message(now, member).map(now::accept).orElse(now);
  }

  private List<Jws> sentIn(Bytes32 repair, Identifier member) {
    return sent.computeIfAbsent(repair, id -> new HashMap<>())
        .computeIfAbsent(member, who -> new ArrayList<>());
  }

  private Jws keep(Bytes32 repair, Identifier member, Jws message) {
    List<Jws> own = sentIn(repair, member);
    if (!own.contains(message)) {
      own.add(Objects.requireNonNull(message));
    }
    return message;
  }
}
