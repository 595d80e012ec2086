package org.softpause.signer.watch;

import java.util.Optional;
import java.util.function.Function;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.client.UnreachableException;
import org.softpause.signer.operation.ActivityLog;
import org.softpause.signer.registry.LogReplay;
import org.softpause.signer.registry.OwnNode;
import org.softpause.signer.registry.PinnedRegistry;
import org.softpause.signer.registry.SeatSettlement;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;

/**
 * Settles this signer's seats whenever its own node has finalised another head. The log comes from
 * the service and is replayed here; only one that leads to the node's head counts.
 */
public final class SettlementTask implements WatchTask {
  private final SignerStore store;
  private final ServiceClient service;
  private final Function<Address, OwnNode> node;
  private final ActivityLog activityLog;
  private Optional<Bytes32> settled = Optional.empty();
  private Optional<LogReplay> finalised = Optional.empty();
  private String refusal = "";

  /**
   * @param node one's own, asked about the registry at an address
   */
  public SettlementTask(
      SignerStore store,
      ServiceClient service,
      Function<Address, OwnNode> node,
      ActivityLog activityLog) {
    this.store = store;
    this.service = service;
    this.node = node;
    this.activityLog = activityLog;
  }

  /** Signing must not wait for this, so that a node away is passed by until the next look. */
  @Override
  public void run() {
    SignerState before = store.read();
    if (before.deployment().isEmpty()) {
      return;
    }
    try {
      PinnedRegistry registry = PinnedRegistry.of(before);
      Bytes32 head = node.apply(registry.domain().registry()).finalisedHead();
      if (!settled.equals(Optional.of(head))) {
        settle(registry);
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

  /**
   * Settles now; false if the service's log is not what the node has finalised.
   *
   * @throws RuleViolation the first rule that the log breaks
   */
  public boolean settle(PinnedRegistry registry) {
    LogReplay log = LogReplay.fetch(service, registry, store);
    Bytes32 head = log.state().head();
    if (!head.equals(node.apply(registry.domain().registry()).finalisedHead())) {
      return false;
    }
    SignerState before = store.read();
    SignerState after = store.change(new SeatSettlement(log.state())::settle);
    if (!after.equals(before)) {
      activityLog.done("committees", "settled with the log at " + head);
    }
    settled = Optional.of(head);
    finalised = Optional.of(log);
    return true;
  }

  /** The newest log that was verified here, without asking anybody. */
  public LogReplay known(PinnedRegistry registry) {
    return finalised.orElseGet(() -> LogReplay.saved(registry, store));
  }
}
