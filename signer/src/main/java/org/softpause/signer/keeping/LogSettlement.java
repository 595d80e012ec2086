package org.softpause.signer.keeping;

import java.util.Optional;
import java.util.function.Function;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.signer.operation.ActivityLog;
import org.softpause.signer.registry.LogReplay;
import org.softpause.signer.registry.OwnNode;
import org.softpause.signer.registry.PinnedRegistry;
import org.softpause.signer.registry.SeatSettlement;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;

/**
 * Settles this signer's seats with the finalised log. The log comes from the service and is
 * verified here; it counts only if it leads to the head that the signer's own node has finalised.
 */
public final class LogSettlement {
  private final SignerStore store;
  private final ServiceClient service;
  private final Function<Address, OwnNode> nodes;
  private final ActivityLog activityLog;
  private Optional<LogReplay> finalised = Optional.empty();

  /**
   * Asks nothing yet.
   *
   * @param nodes the signer's own node, to be asked about the registry at an address
   */
  public LogSettlement(
      SignerStore store,
      ServiceClient service,
      Function<Address, OwnNode> nodes,
      ActivityLog activityLog) {
    this.store = store;
    this.service = service;
    this.nodes = nodes;
    this.activityLog = activityLog;
  }

  /** The head that the own node has finalised. */
  public Bytes32 finalisedHead(PinnedRegistry registry) {
    return nodes.apply(registry.domain().registry()).finalisedHead();
  }

  /**
   * Settles now, and returns the head of the log that the seats follow; nothing if the service's
   * log is not what the node has finalised.
   *
   * @throws org.softpause.protocol.RuleViolation the first rule that the log breaks
   */
  public Optional<Bytes32> settle(PinnedRegistry registry) {
    LogReplay log = LogReplay.fetch(service, registry, store);
    Bytes32 head = log.state().head();
    if (!head.equals(finalisedHead(registry))) {
      return Optional.empty();
    }
    SignerState before = store.read();
    SignerState after = store.change(new SeatSettlement(log.state())::settle);
    if (!after.equals(before)) {
      activityLog.done("committees", "settled with the log at " + head);
    }
    finalised = Optional.of(log);
    return Optional.of(head);
  }

  /** The newest log that was verified here, without asking anybody. */
  public LogReplay known(PinnedRegistry registry) {
    return finalised.orElseGet(() -> LogReplay.saved(registry, store));
  }
}
