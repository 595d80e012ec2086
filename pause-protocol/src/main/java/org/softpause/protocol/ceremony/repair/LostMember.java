package org.softpause.protocol.ceremony.repair;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.dkg.Seed;
import org.softpause.frost.repair.LostShare;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.ceremony.document.RepairCompletion;
import org.softpause.protocol.ceremony.document.RepairRequest;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;

/** The member whose share is lost: asks for the repair, and adds up the helpers' sums. */
public final class LostMember extends RepairParticipant {
  private LostMember(RepairRequest request, Identity identity, Seed seed) {
    super(request, identity, new RepairKeys(seed, request.nonce()));
  }

  /**
   * Makes the request.
   *
   * @param seed fresh for this repair; the caller makes it durable before the request leaves
   * @param nonce 32 random bytes
   * @param createdAt Unix seconds
   * @param expiresAt Unix seconds
   * @throws RuleViolation {@link Rule#NOT_A_MEMBER} or {@link Rule#PLAN_INVALID}
   */
  public static RepairRequest request(
      Roster roster,
      Identifier self,
      List<Identifier> helpers,
      Seed seed,
      Bytes32 nonce,
      long createdAt,
      long expiresAt) {
    return new RepairRequest(
        roster,
        self,
        helpers,
        new RepairKeys(seed, nonce).publicFor(helpers),
        nonce,
        createdAt,
        expiresAt);
  }

  /**
   * Takes the part of the member whose share is lost.
   *
   * @param seed the one that made the request
   * @throws RuleViolation {@link Rule#NOT_A_MEMBER} unless the request is this identity's, {@link
   *     Rule#OWN_MESSAGE_UNKNOWN} for another seed
   */
  public static LostMember of(RepairRequest request, Identity identity, Seed seed) {
    if (!request
        .roster()
        .member(request.identifier())
        .identity()
        .equals(identity.publicIdentity())) {
      throw new RuleViolation(Rule.NOT_A_MEMBER, "the request is another member's");
    }
    LostMember member = new LostMember(request, identity, seed);
    if (!member.keys().publicFor(request.helpers()).equals(request.encryptionKeys())) {
      throw new RuleViolation(
          Rule.OWN_MESSAGE_UNKNOWN, "the request does not derive from our seed");
    }
    return member;
  }

  @Override
  RepairStep step(RepairTranscript seen, Sent own) {
    return switch (seen.stage()) {
      case CONSENT, PARTS, SUMS ->
          again(seen, own, RepairRequest.TYPE)
              .orElseThrow(
                  () -> new RuleViolation(Rule.OWN_MESSAGE_UNKNOWN, "no request was made here"));
      case REBUILD ->
          again(seen, own, RepairCompletion.TYPE)
              .or(() -> again(seen, own, Complaint.TYPE))
              .orElseGet(() -> add(seen));
      case REPAIRED -> new RepairStep.Done();
    };
  }

  private RepairStep add(RepairTranscript seen) {
    try {
      return new RepairStep.Rebuilt(rebuild(seen));
    } catch (InvalidKeyGeneration bad) {
      return complain(seen, request().identifier(), bad, seen.sumsHash());
    }
  }

  /**
   * Rebuilds the share from the seed and the public transcript alone.
   *
   * @throws InvalidKeyGeneration naming a helper whose sum does not open or fit; or nobody, unless
   *     all sums are there
   */
  public KeyPackage rebuild(RepairTranscript seen) {
    SortedMap<Identifier, SecretShare> sums = new TreeMap<>();
    try {
      seen.sums().forEach((helper, sent) -> sums.put(helper, keys().open(helper, sent.sum())));
      return LostShare.rebuild(seen.splits(), sums);
    } finally {
      sums.values().forEach(SecretShare::destroy);
    }
  }

  /**
   * Signs the statement that the share is durable.
   *
   * @param number below every number that this member's store gives from now on
   */
  public Jws completion(RepairTranscript seen, long number) {
    return sign(
        seen,
        new RepairCompletion(
            request().id(), request().identifier(), request().roster().hash(), number));
  }
}
