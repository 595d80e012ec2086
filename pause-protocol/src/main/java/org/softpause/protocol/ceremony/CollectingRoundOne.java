package org.softpause.protocol.ceremony;

import java.util.SortedMap;
import java.util.SortedSet;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.RoundOneMessage;
import org.softpause.protocol.jose.EncryptionKey;

/**
 * The state in which dealers publish commitments and receivers publish encryption keys. After the
 * last message all proofs are verified.
 */
record CollectingRoundOne(CeremonyPlan plan) implements CeremonyState {
  @Override
  public CeremonyPhase phase() {
    return CeremonyPhase.ROUND_ONE;
  }

  @Override
  public void check(VerifiedMessage verified) {
    RoundOneMessage sent = CeremonyState.require(verified, RoundOneMessage.class, phase());
    boolean deals = plan.isDealer(sent.identifier());
    SortedMap<Identifier, EncryptionKey> keys = sent.encryptionKeys();
    CeremonyState.requireRole(verified, deals || sent.published().isEmpty(), "dealer");
    CeremonyState.requireRole(
        verified, plan.isMember(sent.identifier()) || keys.isEmpty(), "receiver");
    if (deals != sent.published().isPresent()
        || !keys.keySet().equals(plan.dealersTo(sent.identifier()))) {
      throw new RuleViolation(
          Rule.MISSING_MEMBER,
          verified + ": a dealer must send a commitment, and a receiver a key for each dealer");
    }
  }

  @Override
  public CeremonyState next(AcceptedMessages accepted) {
    if (!waitingFor(accepted).isEmpty()) {
      return this;
    }
    try {
      return new ConfirmingRoundOne(
          RoundOneOutcome.verify(plan, accepted.all(RoundOneMessage.class)));
    } catch (InvalidKeyGeneration e) {
      return new CeremonyAborted(e.culprits(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public SortedSet<Identifier> waitingFor(AcceptedMessages accepted) {
    return CeremonyState.missing(plan.seats().identifiers(), accepted, RoundOneMessage.class);
  }
}
