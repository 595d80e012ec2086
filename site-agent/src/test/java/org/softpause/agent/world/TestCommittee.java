package org.softpause.agent.world;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.softpause.frost.Aggregation;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.RoundOne;
import org.softpause.frost.RoundTwo;
import org.softpause.frost.Signature;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.SigningPackage;
import org.softpause.frost.VerifyingKey;
import org.softpause.frost.dkg.CeremonyId;
import org.softpause.frost.dkg.CeremonyParameters;
import org.softpause.frost.dkg.Participant;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.RoundOneSet;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.committee.PossessionStatement;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.PossessionProof;

/**
 * A committee of alice, bob and carol, any two of whom can sign. Their key was made without a
 * dealer.
 */
public final class TestCommittee {
  private static final Bytes32 TRANSCRIPT = Sha256.hash(new byte[] {1});

  private final SecureRandom random;
  private final Map<Identifier, KeyPackage> keys = new TreeMap<>();

  public TestCommittee(SecureRandom random) {
    this.random = random;
    byte[] id = new byte[CeremonyId.LENGTH];
    random.nextBytes(id);
    CeremonyParameters ceremony = new CeremonyParameters(CeremonyId.decode(id), 2, 3);
    Map<Identifier, Participant> participants = new TreeMap<>();
    Map<Identifier, RoundOnePackage> roundOne = new TreeMap<>();
    for (Identifier member : ceremony.members()) {
      Participant participant = Participant.of(ceremony, member, Seed.generate(random));
      participants.put(member, participant);
      roundOne.put(member, participant.roundOne());
    }
    RoundOneSet set = RoundOneSet.verify(ceremony, roundOne);
    Map<Identifier, Map<Identifier, SecretShare>> dealt = new TreeMap<>();
    participants.forEach((member, participant) -> dealt.put(member, participant.roundTwo(set)));
    participants.forEach(
        (member, participant) -> keys.put(member, participant.finish(set, to(member, dealt))));
  }

  private static Map<Identifier, SecretShare> to(
      Identifier receiver, Map<Identifier, Map<Identifier, SecretShare>> dealt) {
    Map<Identifier, SecretShare> received = new TreeMap<>();
    dealt.forEach(
        (sender, shares) -> {
          if (!sender.equals(receiver)) {
            received.put(sender, requireNonNull(shares.get(receiver)));
          }
        });
    return received;
  }

  /** Signs with the shares of alice and carol. */
  public Signature sign(Bytes32 message) {
    Map<Identifier, SigningNonces> nonces = new TreeMap<>();
    Map<Identifier, SigningCommitments> commitments = new TreeMap<>();
    for (Identifier signer : List.of(new Identifier(1), new Identifier(3))) {
      SigningNonces drawn = RoundOne.commit(key(signer).signingShare(), random);
      nonces.put(signer, drawn);
      commitments.put(signer, drawn.commitments());
    }
    SigningPackage all = SigningPackage.of(commitments, message.bytes());
    Map<Identifier, SignatureShare> shares = new TreeMap<>();
    nonces.forEach((signer, drawn) -> shares.put(signer, RoundTwo.sign(key(signer), drawn, all)));
    return Aggregation.aggregate(all, shares, key(new Identifier(1)).publicKeys());
  }

  private KeyPackage key(Identifier member) {
    return requireNonNull(keys.get(member));
  }

  private VerifyingKey groupKey() {
    return key(new Identifier(1)).verifyingKey();
  }

  JsonObject roster() {
    return new ObjectWriter()
        .text("type", "softpause-roster-v1")
        .hex("groupKey", groupKey().encode())
        .flag("civil", true)
        .bytes32("transcript", TRANSCRIPT)
        .toJson();
  }

  CommitteeKey committeeKey() {
    return new CommitteeKey(groupKey(), true, CanonicalJson.hash(roster()));
  }

  PossessionProof possession() {
    return new PossessionProof(
        CanonicalJson.hash(roster()),
        TRANSCRIPT,
        sign(new PossessionStatement(TRANSCRIPT, groupKey()).message()));
  }
}
