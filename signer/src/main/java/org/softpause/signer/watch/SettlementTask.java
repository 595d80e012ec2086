package org.softpause.signer.watch;

import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.client.UnreachableException;
import org.softpause.signer.keeping.LogSettlement;
import org.softpause.signer.operation.ActivityLog;
import org.softpause.signer.registry.PinnedRegistry;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;

/** Settles this signer's seats whenever its own node has finalised another head. */
public final class SettlementTask implements WatchTask {
  private final SignerStore store;
  private final LogSettlement settlement;
  private final ActivityLog activityLog;
  private Optional<Bytes32> settled = Optional.empty();
  private String refusal = "";

  public SettlementTask(SignerStore store, LogSettlement settlement, ActivityLog activityLog) {
    this.store = store;
    this.settlement = settlement;
    this.activityLog = activityLog;
  }

  /**
   * A node that is away is passed over until the next look, because signing must not wait for it.
   */
  @Override
  public void run() {
    SignerState state = store.read();
    if (state.deployment().isEmpty()) {
      return;
    }
    try {
      PinnedRegistry registry = PinnedRegistry.of(state);
      if (!settled.equals(Optional.of(settlement.finalisedHead(registry)))) {
        settlement.settle(registry).ifPresent(head -> settled = Optional.of(head));
      }
    } catch (RuleViolation refused) {
      tell(refused.rule().slug(), refused.detail());
    } catch (ServiceRefusal refused) {
      tell(refused.slug(), String.valueOf(refused.getMessage()));
    } catch (UnreachableException away) {
      settled = Optional.empty();
    }
  }

  private void tell(String slug, String detail) {
    if (!refusal.equals(detail)) {
      refusal = detail;
      activityLog.refused("settlement", slug, detail);
    }
  }
}
