package org.softpause.bench;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.RoundOne;
import org.softpause.frost.RoundTwo;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.SigningPackage;
import org.softpause.frost.dkg.CeremonyId;
import org.softpause.frost.dkg.CeremonyParameters;
import org.softpause.frost.dkg.Participant;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.RoundOneSet;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.dkg.Seed;

/** A committee made by a key ceremony in which all members run in one process. */
final class BenchmarkCommittee {
  static final SecureRandom RANDOM = new SecureRandom();

  final CeremonyParameters ceremony;
  final Map<Identifier, Seed> seeds = new TreeMap<>();
  final Map<Identifier, RoundOnePackage> roundOne = new TreeMap<>();
  private final Map<Identifier, Map<Identifier, SecretShare>> dealt = new TreeMap<>();
  private final RoundOneSet set;

  /** Takes the size in the form 67-of-100. */
  BenchmarkCommittee(String size) {
    String[] numbers = size.split("-of-", -1);
    byte[] id = new byte[CeremonyId.LENGTH];
    RANDOM.nextBytes(id);
    ceremony =
        new CeremonyParameters(
            CeremonyId.decode(id), Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    Map<Identifier, Participant> participants = new TreeMap<>();
    for (Identifier member : ceremony.members()) {
      Seed seed = Seed.generate(RANDOM);
      Participant participant = Participant.of(ceremony, member, seed);
      seeds.put(member, seed);
      participants.put(member, participant);
      roundOne.put(member, participant.roundOne());
    }
    set = RoundOneSet.verify(ceremony, roundOne);
    participants.forEach((member, participant) -> dealt.put(member, participant.roundTwo(set)));
  }

  /** The secret shares that the others dealt to this member. */
  Map<Identifier, SecretShare> received(Identifier member) {
    Map<Identifier, SecretShare> received = new TreeMap<>();
    dealt.forEach(
        (dealer, shares) ->
            Optional.ofNullable(shares.get(member))
                .ifPresent(share -> received.put(dealer, share)));
    return received;
  }

  Seed seed(Identifier member) {
    return Optional.ofNullable(seeds.get(member)).orElseThrow();
  }

  /** The key packages of the first t members, who sign. */
  List<KeyPackage> signers() {
    List<KeyPackage> keys = new ArrayList<>();
    for (Identifier member : ceremony.members().subList(0, ceremony.minSigners())) {
      keys.add(Participant.of(ceremony, member, seed(member)).finish(set, received(member)));
    }
    return keys;
  }

  /** Runs round one of these signers. */
  static Map<Identifier, SigningNonces> commit(List<KeyPackage> signers) {
    Map<Identifier, SigningNonces> nonces = new TreeMap<>();
    signers.forEach(
        key -> nonces.put(key.identifier(), RoundOne.commit(key.signingShare(), RANDOM)));
    return nonces;
  }

  static SigningPackage signingPackage(Map<Identifier, SigningNonces> nonces, byte[] message) {
    Map<Identifier, SigningCommitments> commitments = new TreeMap<>();
    nonces.forEach((signer, drawn) -> commitments.put(signer, drawn.commitments()));
    return SigningPackage.of(commitments, message);
  }

  /** Runs round two of these signers. */
  static Map<Identifier, SignatureShare> sign(
      List<KeyPackage> signers, Map<Identifier, SigningNonces> nonces, SigningPackage asked) {
    Map<Identifier, SignatureShare> shares = new TreeMap<>();
    for (KeyPackage key : signers) {
      SigningNonces own = Optional.ofNullable(nonces.get(key.identifier())).orElseThrow();
      shares.put(key.identifier(), RoundTwo.sign(key, own, asked));
    }
    return shares;
  }
}
