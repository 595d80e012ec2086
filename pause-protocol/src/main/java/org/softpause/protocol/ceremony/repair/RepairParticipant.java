package org.softpause.protocol.ceremony.repair;

import java.util.List;
import java.util.Optional;
import org.softpause.frost.FrostException;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.ceremony.document.MemberMessage;
import org.softpause.protocol.ceremony.document.RepairRequest;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;

/**
 * What one participant does in a repair: the member whose share is lost, or a helper. It keeps
 * nothing but its seed, which is fresh for this repair, and computes each step from the public
 * messages and from those that it has sent, so that it can be interrupted anywhere. A message with
 * randomness in it is never made twice: the same bytes are sent again.
 */
public abstract sealed class RepairParticipant permits LostMember, HelpingMember {
  private final RepairRequest request;
  private final Identity identity;
  private final RepairKeys keys;

  RepairParticipant(RepairRequest request, Identity identity, RepairKeys keys) {
    this.request = request;
    this.identity = identity;
    this.keys = keys;
  }

  /**
   * Returns what to do next, given the repair as the bulletin board shows it now.
   *
   * @param shown all messages on the board
   * @param sent all messages that this participant has made durable in this repair
   * @throws RuleViolation {@link Rule#WRONG_CEREMONY}; {@link Rule#OWN_MESSAGE_UNKNOWN} if the
   *     board shows a message of ours that was not made here, {@link Rule#SPLIT_VIEW} or another
   *     rule of {@link RepairTranscript#check} if ours does not fit what it shows; {@link
   *     Rule#KEY_GENERATION_INVALID}
   */
  public final RepairStep next(RepairTranscript seen, List<Jws> shown, List<Jws> sent) {
    if (!seen.request().equals(request)) {
      throw new RuleViolation(Rule.WRONG_CEREMONY, "the repair shown is " + seen.request().id());
    }
    requireOwn(shown, sent);
    try {
      return step(seen, new Sent(shown, sent));
    } catch (FrostException refused) {
      throw RuleViolation.of(refused);
    }
  }

  abstract RepairStep step(RepairTranscript seen, Sent own);

  /** What this participant has sent, and what of it the board shows. */
  record Sent(List<Jws> shown, List<Jws> sent) {
    Optional<Jws> ofType(String type) {
      return sent.stream().filter(jws -> jws.unverified().type().equals(type)).findFirst();
    }

    boolean isShown(Jws own) {
      return shown.stream().anyMatch(jws -> isSame(jws, own));
    }
  }

  final RepairRequest request() {
    return request;
  }

  final RepairKeys keys() {
    return keys;
  }

  /** Signs a message of ours that the transcript accepts; what it would refuse is never sent. */
  final Jws sign(RepairTranscript seen, MemberMessage message) {
    seen.check(message);
    return identity.sign(message.toJson());
  }

  /** Returns the step for a message that was made before, if it was. */
  static Optional<RepairStep> again(RepairTranscript seen, Sent own, String type) {
    return own.ofType(type)
        .map(
            made ->
                own.isShown(made)
                    ? new RepairStep.Wait(seen.waitingFor())
                    : new RepairStep.Send(made));
  }

  /**
   * Makes the complaint about the first culprit, whose value does not open or fit.
   *
   * @throws InvalidKeyGeneration as given, if nobody in particular can be blamed
   */
  final RepairStep complain(
      RepairTranscript seen, Identifier self, InvalidKeyGeneration bad, Bytes32 transcript) {
    if (bad.culprits().isEmpty()) {
      throw bad;
    }
    Identifier accused = bad.culprits().first();
    return new RepairStep.Send(
        sign(seen, new Complaint(request.id(), self, accused, transcript, keys.of(accused))));
  }

  private void requireOwn(List<Jws> shown, List<Jws> sent) {
    String kid = identity.publicIdentity().kid();
    for (Jws message : shown) {
      if (message.kid().equals(kid) && sent.stream().noneMatch(own -> isSame(own, message))) {
        throw new RuleViolation(
            Rule.OWN_MESSAGE_UNKNOWN,
            message.unverified().type() + ": it is signed with our key, but was not made here");
      }
    }
  }

  private static boolean isSame(Jws one, Jws other) {
    return one.unverified().hash().equals(other.unverified().hash());
  }
}
