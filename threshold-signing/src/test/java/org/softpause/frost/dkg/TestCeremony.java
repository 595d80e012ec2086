package org.softpause.frost.dkg;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.SeededRandom;

/** A ceremony in which everyone is honest unless the test changes what they send. */
final class TestCeremony {
  final CeremonyParameters ceremony;
  final Map<Identifier, RoundOnePackage> roundOne = new TreeMap<>();
  private final Map<Identifier, Seed> seeds = new TreeMap<>();
  private final Map<Identifier, Map<Identifier, SecretShare>> dealt = new TreeMap<>();

  TestCeremony(int t, int n, long seed) {
    SecureRandom random = new SeededRandom(seed);
    byte[] id = new byte[CeremonyId.LENGTH];
    random.nextBytes(id);
    ceremony = new CeremonyParameters(CeremonyId.decode(id), t, n);
    for (Identifier member : ceremony.members()) {
      seeds.put(member, Seed.generate(random));
      roundOne.put(member, participant(member).roundOne());
    }
  }

  Seed seed(Identifier member) {
    return Optional.ofNullable(seeds.get(member)).orElseThrow();
  }

  Participant participant(Identifier member) {
    return Participant.of(ceremony, member, seed(member));
  }

  RoundOneSet set() {
    return RoundOneSet.verify(ceremony, roundOne);
  }

  /** The shares that everyone else dealt to this member. */
  Map<Identifier, SecretShare> received(Identifier receiver) {
    RoundOneSet set = set();
    Map<Identifier, SecretShare> received = new TreeMap<>();
    for (Identifier sender : ceremony.members()) {
      if (!sender.equals(receiver)) {
        received.put(
            sender,
            Optional.ofNullable(
                    dealt
                        .computeIfAbsent(sender, each -> participant(each).roundTwo(set))
                        .get(receiver))
                .orElseThrow());
      }
    }
    return received;
  }

  KeyPackage finish(Identifier member) {
    return participant(member).finish(set(), received(member));
  }
}
