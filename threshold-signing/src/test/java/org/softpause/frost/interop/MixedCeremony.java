package org.softpause.frost.interop;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.SeededRandom;
import org.softpause.frost.dkg.CeremonyId;
import org.softpause.frost.dkg.CeremonyParameters;
import org.softpause.frost.dkg.Participant;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.RoundOneSet;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.dkg.Seed;

/** A key generation with noble in one seat and this implementation in all others. */
final class MixedCeremony {
  private final CeremonyParameters ceremony;
  private final Identifier seat;
  private final Map<Identifier, Participant> fellows = new TreeMap<>();

  MixedCeremony(int t, int n, int nobleSeat) {
    SeededRandom random = new SeededRandom(nobleSeat);
    byte[] id = new byte[CeremonyId.LENGTH];
    random.nextBytes(id);
    ceremony = new CeremonyParameters(CeremonyId.decode(id), t, n);
    seat = new Identifier(nobleSeat);
    for (Identifier member : ceremony.members()) {
      if (!member.equals(seat)) {
        fellows.put(member, Participant.of(ceremony, member, Seed.generate(random)));
      }
    }
  }

  CeremonyParameters ceremony() {
    return ceremony;
  }

  Identifier seat() {
    return seat;
  }

  Map<Identifier, RoundOnePackage> roundOneOfFellows() {
    Map<Identifier, RoundOnePackage> sent = new TreeMap<>();
    fellows.forEach((member, participant) -> sent.put(member, participant.roundOne()));
    return sent;
  }

  RoundOneSet verify(RoundOnePackage ofNoble) {
    Map<Identifier, RoundOnePackage> everyone = roundOneOfFellows();
    everyone.put(seat, ofNoble);
    return RoundOneSet.verify(ceremony, everyone);
  }

  /** The shares that the other members deal to this one, who may be noble. */
  Map<Identifier, SecretShare> dealtTo(Identifier receiver, RoundOneSet set) {
    Map<Identifier, SecretShare> dealt = new TreeMap<>();
    fellows.forEach(
        (dealer, participant) ->
            Optional.ofNullable(participant.roundTwo(set).get(receiver))
                .ifPresent(share -> dealt.put(dealer, share)));
    return dealt;
  }

  /** The key package of every other member, from what all others and noble dealt to it. */
  Map<Identifier, KeyPackage> finish(RoundOneSet set, Map<Identifier, SecretShare> byNoble) {
    Map<Identifier, KeyPackage> keys = new TreeMap<>();
    fellows.forEach(
        (member, participant) -> {
          Map<Identifier, SecretShare> received = dealtTo(member, set);
          received.put(seat, Optional.ofNullable(byNoble.get(member)).orElseThrow());
          keys.put(member, participant.finish(set, received));
        });
    return keys;
  }
}
