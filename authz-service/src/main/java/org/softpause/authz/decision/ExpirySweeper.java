package org.softpause.authz.decision;

import java.util.List;
import java.util.Optional;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.protocol.registry.Supersession;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends decisions that can never be anchored any more. Only what is final on the chain counts, since
 * anything else may be taken back.
 */
@Component
class ExpirySweeper {
  private static final List<DecisionState> WAITING =
      List.of(
          DecisionState.PROPOSED,
          DecisionState.SIGNING,
          DecisionState.CERTIFIED,
          DecisionState.ANCHORING);

  private final ServedRegistry registry;
  private final RegistryView chain;
  private final Decisions decisions;
  private final TransactionTemplate transaction;

  ExpirySweeper(
      ServedRegistry registry,
      RegistryView chain,
      Decisions decisions,
      TransactionTemplate transaction) {
    this.registry = registry;
    this.chain = chain;
    this.decisions = decisions;
    this.transaction = transaction;
  }

  @Scheduled(fixedDelayString = "${softpause.anchoring.poll}")
  void sweep() {
    if (registry.find().isEmpty()) {
      return;
    }
    for (DecisionRecord record : decisions.inStates(WAITING)) {
      if (fate(record.decision()).isPresent()) {
        transaction.executeWithoutResult(status -> settle(record.id()));
      }
    }
  }

  private void settle(Bytes32 id) {
    DecisionRecord record = decisions.lock(id);
    if (WAITING.contains(record.state())) {
      fate(record.decision())
          .ifPresent(next -> decisions.move(record, next, "it can no longer be anchored"));
    }
  }

  private Optional<DecisionState> fate(Decision decision) {
    return fate(decision, chain.finalised(), chain.finalisedAt());
  }

  /**
   * The end of a decision that can never be anchored any more, if it is one.
   *
   * @param finalisedAt Unix seconds of the newest block that is final
   */
  static Optional<DecisionState> fate(Decision decision, RegistryState last, long finalisedAt) {
    if (Supersession.isPast(last, decision)) {
      return Optional.of(DecisionState.SUPERSEDED);
    }
    return finalisedAt > decision.anchorBy()
        ? Optional.of(DecisionState.EXPIRED)
        : Optional.empty();
  }
}
