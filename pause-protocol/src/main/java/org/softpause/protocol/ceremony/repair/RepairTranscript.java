package org.softpause.protocol.ceremony.repair;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.softpause.frost.FrostException;
import org.softpause.frost.Identifier;
import org.softpause.frost.repair.SplitCommitment;
import org.softpause.frost.repair.SplitCommitments;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.ceremony.document.MemberMessage;
import org.softpause.protocol.ceremony.document.RepairCompletion;
import org.softpause.protocol.ceremony.document.RepairConsent;
import org.softpause.protocol.ceremony.document.RepairParts;
import org.softpause.protocol.ceremony.document.RepairRequest;
import org.softpause.protocol.ceremony.document.RepairSum;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.ObjectWriter;

/**
 * The public messages of a repair, by sender. It holds no secret. Who signed a message is checked
 * before it comes here; this class checks everything else that the public can check.
 */
public record RepairTranscript(
    RepairRequest request,
    SortedMap<Identifier, RepairConsent> consents,
    SortedMap<Identifier, RepairParts> parts,
    SortedMap<Identifier, RepairSum> sums,
    Optional<RepairCompletion> completion) {
  public RepairTranscript {
    consents = Collections.unmodifiableSortedMap(new TreeMap<>(consents));
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
  }

  /** Returns the transcript that holds the request alone. */
  public static RepairTranscript of(RepairRequest request) {
    return new RepairTranscript(
        request, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Optional.empty());
  }

  public RepairStage stage() {
    int all = request.helpers().size();
    if (completion.isPresent()) {
      return RepairStage.REPAIRED;
    }
    if (sums.size() == all) {
      return RepairStage.REBUILD;
    }
    if (parts.size() == all) {
      return RepairStage.SUMS;
    }
    return consents.size() == all ? RepairStage.PARTS : RepairStage.CONSENT;
  }

  /** Who has to send a message of this stage. */
  public SortedSet<Identifier> waitingFor() {
    SortedSet<Identifier> missing = new TreeSet<>(request.helpers());
    switch (stage()) {
      case CONSENT -> missing.removeAll(consents.keySet());
      case PARTS -> missing.removeAll(parts.keySet());
      case SUMS -> missing.removeAll(sums.keySet());
      case REBUILD -> {
        return new TreeSet<>(List.of(request.identifier()));
      }
      case REPAIRED -> missing.clear();
    }
    return Collections.unmodifiableSortedSet(missing);
  }

  /**
   * Refuses a message that is not of this stage or does not fit those before it.
   *
   * @throws RuleViolation {@link Rule#WRONG_ROLE}, {@link Rule#WRONG_PHASE}, {@link
   *     Rule#SPLIT_VIEW} for a message under other consents or parts than are shown here, {@link
   *     Rule#WRONG_RECEIVERS}, {@link Rule#WRONG_ROSTER}, {@link Rule#KEY_GENERATION_INVALID} for a
   *     commitment that does not add up to the helper's share, or a rule of {@link RepairVerdict}
   */
  public void check(MemberMessage message) {
    switch (message) {
      case RepairRequest same -> requireStage(same, RepairStage.CONSENT);
      case RepairConsent consent -> check(consent);
      case RepairParts sent -> check(sent);
      case RepairSum sent -> check(sent);
      case RepairCompletion sent -> check(sent);
      case Complaint complaint -> RepairVerdict.requireEvidence(this, complaint);
      default -> throw wrongStage(message);
    }
  }

  private void check(RepairConsent consent) {
    requireHelper(consent);
    requireStage(consent, RepairStage.CONSENT);
    requireReceivers(consent, consent.encryptionKeys().keySet());
    try {
      SplitCommitments.verify(request.repair(), consent.identifier(), consent.split());
    } catch (FrostException refused) {
      throw RuleViolation.of(refused);
    }
  }

  private void check(RepairParts sent) {
    requireHelper(sent);
    requireStage(sent, RepairStage.PARTS);
    requireSame(sent, sent.consents(), consentsHash());
    requireReceivers(sent, sent.parts().keySet());
  }

  private void check(RepairSum sent) {
    requireHelper(sent);
    requireStage(sent, RepairStage.SUMS);
    requireSame(sent, sent.transcript(), partsHash());
  }

  private void check(RepairCompletion sent) {
    requireRole(sent, sent.identifier().equals(request.identifier()), "member to be repaired");
    requireStage(sent, RepairStage.REBUILD);
    if (!sent.roster().equals(request.roster().hash())) {
      throw new RuleViolation(Rule.WRONG_ROSTER, "the repair is of roster " + sent.roster());
    }
  }

  /** Returns the transcript with a message that {@link #check} has accepted. */
  public RepairTranscript with(MemberMessage message) {
    return switch (message) {
      case RepairConsent consent ->
          new RepairTranscript(request, plus(consents, consent), parts, sums, completion);
      case RepairParts sent ->
          new RepairTranscript(request, consents, plus(parts, sent), sums, completion);
      case RepairSum sent ->
          new RepairTranscript(request, consents, parts, plus(sums, sent), completion);
      case RepairCompletion sent ->
          new RepairTranscript(request, consents, parts, sums, Optional.of(sent));
      default -> this;
    };
  }

  /**
   * The commitments of all helpers.
   *
   * @throws FrostException unless all have consented
   */
  public SplitCommitments splits() {
    SortedMap<Identifier, SplitCommitment> all = new TreeMap<>();
    consents.forEach((helper, consent) -> all.put(helper, consent.split()));
    return SplitCommitments.verify(request.repair(), all);
  }

  /** SHA-256 of the canonical JSON of {"ceremony","consents":[…]}. */
  public Bytes32 consentsHash() {
    return CanonicalJson.hash(withConsents().toJson());
  }

  /** SHA-256 of the canonical JSON of {"ceremony","consents":[…],"parts":[…]}. */
  public Bytes32 partsHash() {
    return CanonicalJson.hash(withParts().toJson());
  }

  /** SHA-256 of the canonical JSON of {"ceremony","consents":[…],"parts":[…],"sums":[…]}. */
  public Bytes32 sumsHash() {
    return CanonicalJson.hash(
        withParts().array("sums", List.copyOf(sums.values()), RepairSum::toJson).toJson());
  }

  private ObjectWriter withParts() {
    return withConsents().array("parts", List.copyOf(parts.values()), RepairParts::toJson);
  }

  private ObjectWriter withConsents() {
    return new ObjectWriter()
        .bytes32("ceremony", request.id())
        .array("consents", List.copyOf(consents.values()), RepairConsent::toJson);
  }

  /** Names the sender for a refusal, for instance "member 2 (bob)". */
  String describe(MemberMessage message) {
    return "member " + request.participant(message.identifier());
  }

  void requireStage(MemberMessage message, RepairStage needed) {
    if (stage() != needed) {
      throw wrongStage(message);
    }
  }

  private RuleViolation wrongStage(MemberMessage message) {
    return new RuleViolation(
        Rule.WRONG_PHASE, describe(message) + ": the repair is in stage " + stage());
  }

  private void requireHelper(MemberMessage message) {
    requireRole(message, request.isHelper(message.identifier()), "helper");
  }

  void requireRole(MemberMessage message, boolean holds, String role) {
    if (!holds) {
      throw new RuleViolation(Rule.WRONG_ROLE, describe(message) + ": the sender is not a " + role);
    }
  }

  private void requireReceivers(MemberMessage message, Set<Identifier> receivers) {
    if (!receivers.equals(request.othersThan(message.identifier()))) {
      throw new RuleViolation(
          Rule.WRONG_RECEIVERS, describe(message) + ": it does not name each other helper once");
    }
  }

  private void requireSame(MemberMessage message, Bytes32 named, Bytes32 shown) {
    if (!named.equals(shown)) {
      throw new RuleViolation(
          Rule.SPLIT_VIEW, describe(message) + ": it follows other messages than are shown here");
    }
  }

  private static <T extends MemberMessage> SortedMap<Identifier, T> plus(
      SortedMap<Identifier, T> before, T message) {
    SortedMap<Identifier, T> after = new TreeMap<>(before);
    after.put(message.identifier(), message);
    return after;
  }
}
