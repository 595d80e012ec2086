package org.softpause.protocol.ceremony.repair;

import java.security.SecureRandom;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.dkg.Seed;
import org.softpause.frost.repair.Helper;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.ceremony.document.MemberMessage;
import org.softpause.protocol.ceremony.document.RepairConsent;
import org.softpause.protocol.ceremony.document.RepairParts;
import org.softpause.protocol.ceremony.document.RepairRequest;
import org.softpause.protocol.ceremony.document.RepairSum;
import org.softpause.protocol.jose.EncryptionKey;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.SealedShare;

/** A helper in a repair: commits to its split, sends its parts, and adds up those it receives. */
public final class HelpingMember extends RepairParticipant {
  private final Identifier self;
  private final Helper helper;
  private final SecureRandom random;

  private HelpingMember(
      RepairRequest request, Identity identity, Seed seed, KeyPackage own, SecureRandom random) {
    super(request, identity, new RepairKeys(seed, request.id()));
    this.self = own.identifier();
    this.helper = Helper.of(request.repair(), own, seed);
    this.random = random;
  }

  /**
   * Takes the helper's part. Before this, its officer has confirmed the request, and the caller has
   * made a seed durable that is fresh for this repair.
   *
   * @param own the share to help with
   * @throws RuleViolation {@link Rule#WRONG_ROSTER} if the share is of another committee, {@link
   *     Rule#WRONG_ROLE} if the request does not name this member as a helper
   */
  public static HelpingMember of(
      RepairRequest request, Identity identity, Seed seed, KeyPackage own, SecureRandom random) {
    if (!own.publicKeys().equals(request.roster().publicKeys())) {
      throw new RuleViolation(
          Rule.WRONG_ROSTER, "the request is for another committee than the one of this share");
    }
    if (!request.isHelper(own.identifier())) {
      throw new RuleViolation(Rule.WRONG_ROLE, "the request does not ask this member to help");
    }
    return new HelpingMember(request, identity, seed, own, random);
  }

  @Override
  RepairStep step(RepairTranscript seen, Sent own) {
    return switch (seen.stage()) {
      case CONSENT -> send(seen, own, RepairConsent.TYPE, this::consent);
      case PARTS -> send(seen, own, RepairParts.TYPE, () -> parts(seen));
      case SUMS ->
          again(seen, own, Complaint.TYPE)
              .or(() -> again(seen, own, RepairSum.TYPE))
              .orElseGet(() -> sum(seen));
      case REBUILD, REPAIRED -> new RepairStep.Done();
    };
  }

  private RepairStep send(
      RepairTranscript seen, Sent own, String type, Supplier<MemberMessage> message) {
    return again(seen, own, type).orElseGet(() -> new RepairStep.Send(sign(seen, message.get())));
  }

  private RepairConsent consent() {
    return new RepairConsent(
        request().id(), self, helper.commitment(), keys().publicFor(request().othersThan(self)));
  }

  private RepairParts parts(RepairTranscript seen) {
    SortedMap<Identifier, SealedShare> sealed = new TreeMap<>();
    helper
        .parts(seen.splits())
        .forEach(
            (receiver, part) ->
                sealed.put(receiver, RepairKeys.seal(part, keyOf(seen, receiver), random)));
    return new RepairParts(request().id(), self, seen.consentsHash(), sealed);
  }

  private EncryptionKey keyOf(RepairTranscript seen, Identifier receiver) {
    RepairConsent consent = Objects.requireNonNull(seen.consents().get(receiver));
    return Objects.requireNonNull(consent.encryptionKeys().get(self));
  }

  private RepairStep sum(RepairTranscript seen) {
    SortedMap<Identifier, SecretShare> received = new TreeMap<>();
    try {
      for (Identifier sender : request().othersThan(self)) {
        RepairParts sent = Objects.requireNonNull(seen.parts().get(sender));
        SealedShare sealed = Objects.requireNonNull(sent.parts().get(self));
        received.put(sender, keys().open(sender, sealed));
      }
      SecretShare sum = helper.sum(seen.splits(), received);
      EncryptionKey receiver = Objects.requireNonNull(request().encryptionKeys().get(self));
      RepairSum message =
          new RepairSum(
              request().id(), self, seen.partsHash(), RepairKeys.seal(sum, receiver, random));
      return new RepairStep.Send(sign(seen, message));
    } catch (InvalidKeyGeneration bad) {
      return complain(seen, self, bad, seen.partsHash());
    } finally {
      received.values().forEach(SecretShare::destroy);
    }
  }
}
