package org.softpause.frost.reshare;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.SeededRandom;
import org.softpause.frost.TestGroup;
import org.softpause.frost.dkg.CeremonyId;
import org.softpause.frost.dkg.CeremonyParameters;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.dkg.Seed;

/** A resharing in which everyone is honest unless the test changes what they send. */
final class TestResharing {
  final Resharing resharing;
  final Map<Identifier, RoundOnePackage> roundOne = new TreeMap<>();
  private final Map<Identifier, KeyPackage> online = new TreeMap<>();
  private final Map<Identifier, Seed> seeds = new TreeMap<>();

  TestResharing(TestGroup group, List<Integer> online, int t, int n, long seed) {
    this(online.stream().map(group::key).toList(), t, n, seed);
  }

  TestResharing(List<KeyPackage> online, int t, int n, long seed) {
    SecureRandom random = new SeededRandom(seed);
    byte[] id = new byte[CeremonyId.LENGTH];
    random.nextBytes(id);
    CeremonyParameters next = new CeremonyParameters(CeremonyId.decode(id), t, n);
    resharing = new Resharing(online.getFirst().publicKeys(), next);
    for (KeyPackage member : online) {
      this.online.put(member.identifier(), member);
      seeds.put(member.identifier(), Seed.generate(random));
      roundOne.put(member.identifier(), oldMember(member.identifier()).roundOne());
    }
  }

  OldMember oldMember(Identifier member) {
    return OldMember.of(
        resharing,
        Optional.ofNullable(online.get(member)).orElseThrow(),
        Optional.ofNullable(seeds.get(member)).orElseThrow());
  }

  Contributions contributions() {
    return Contributions.verify(resharing, roundOne);
  }

  /** The shares that the contributors deal to this new member. */
  Map<Identifier, SecretShare> received(Identifier receiver) {
    Contributions everyone = contributions();
    Map<Identifier, SecretShare> received = new TreeMap<>();
    for (Identifier from : roundOne.keySet()) {
      SecretShare share = oldMember(from).roundTwo(everyone).get(receiver);
      received.put(from, Optional.ofNullable(share).orElseThrow());
    }
    return received;
  }

  KeyPackage finish(int member) {
    Identifier self = new Identifier(member);
    return new NewMember(resharing, self).finish(contributions(), received(self));
  }

  List<KeyPackage> finish(List<Integer> members) {
    return members.stream().map(this::finish).toList();
  }
}
