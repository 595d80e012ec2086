package org.softpause.auditor.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.softpause.auditor.audit.AuditFinding;
import org.softpause.auditor.audit.AuditedEntry;
import org.softpause.auditor.audit.EndpointResult;
import org.softpause.auditor.audit.ServiceResult;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.client.UnreachableException;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.proof.BlockRef;

/** Compares a service's log with the log rebuilt from the chain, decision by decision. */
public final class ServiceAudit {
  private static final String MISSING = "service-misses";
  private static final String ADDED = "service-adds";
  private static final String ALTERED = "service-alters";

  private final ServiceClient service;
  private final ServiceLog log;
  private final long graceSeconds;
  private final List<AuditFinding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long shownEntries;

  /**
   * Asks the service nothing yet.
   *
   * @param graceSeconds how long the service may take to show a final decision
   */
  public ServiceAudit(ServiceClient service, long graceSeconds) {
    this.service = service;
    this.log = new ServiceLog(service);
    this.graceSeconds = graceSeconds;
  }

  /** Compares the service with the result of an endpoint, which must have a state. */
  public ServiceResult run(EndpointResult chain) {
    try {
      Eip712Domain registry = chain.state().orElseThrow().genesis().domain();
      requireRegistry(registry, chain.state().orElseThrow().genesis().head0());
      compare(chain);
      return result(Optional.empty());
    } catch (RuleViolation broken) {
      if (broken.rule() == Rule.GATHERING_EXCEEDED) {
        return result(Optional.of(service.address() + ": " + broken.getMessage()));
      }
      add(broken.rule().slug(), broken.detail());
      return result(Optional.empty());
    } catch (UnreachableException unanswered) {
      return result(Optional.ofNullable(unanswered.getMessage()));
    } catch (ServiceRefusal refused) {
      return result(
          Optional.of(
              "%s refuses: %s: %s"
                  .formatted(service.address(), refused.slug(), refused.getMessage())));
    }
  }

  private ServiceResult result(Optional<String> unchecked) {
    return new ServiceResult(service.address(), shownEntries, findings, notes, unchecked);
  }

  private void requireRegistry(Eip712Domain registry, Bytes32 head0) {
    ServiceLog.Registry shown = log.registry();
    if (shown.chainId() != registry.chainId()) {
      throw new RuleViolation(Rule.WRONG_CHAIN, "the service serves chain " + shown.chainId());
    }
    if (!shown.address().equals(registry.registry().toString())) {
      throw new RuleViolation(
          Rule.WRONG_REGISTRY,
          "the service serves the registry " + shown.address() + ", not " + registry.registry());
    }
    if (!shown.head0().equals(head0)) {
      throw new RuleViolation(
          Rule.DEPLOYMENT_HEAD_MISMATCH, "the service's log begins with the head " + shown.head0());
    }
  }

  private void compare(EndpointResult chain) {
    ServiceLog.Head head = log.head();
    Map<Bytes32, AuditedEntry> unseen = new LinkedHashMap<>();
    chain.entries().forEach(entry -> unseen.put(entry.id(), entry));
    BlockRef block = chain.block().orElseThrow();
    log.read(2L * unseen.size() + 1_000, shown -> hold(shown, unseen, block));
    for (AuditedEntry entry : unseen.values()) {
      missing(entry, head.block(), block);
    }
    requireHead(head, chain);
  }

  private void hold(ServiceLog.Shown shown, Map<Bytes32, AuditedEntry> unseen, BlockRef block) {
    shownEntries++;
    Bytes32 id = shown.entry().certificate().id();
    AuditedEntry real = unseen.remove(id);
    if (real != null) {
      difference(shown, real)
          .ifPresent(what -> add(ALTERED, "entry " + real.sequence() + ", " + id + ": " + what));
    } else if (shown.block() > block.number()) {
      notes.add(service.address() + " is ahead: entry " + shown.entry().sequence() + ", " + id);
    } else {
      add(
          ADDED,
          "entry "
              + shown.entry().sequence()
              + ", "
              + id
              + ", is not on the chain or is shown twice");
    }
  }

  private static Optional<String> difference(ServiceLog.Shown shown, AuditedEntry real) {
    if (shown.entry().sequence() != real.sequence()) {
      return Optional.of("it has the number " + shown.entry().sequence());
    }
    if (shown.entry().anchoredAt() != real.anchoredAt()) {
      return Optional.of(
          "it was anchored at "
              + shown.entry().anchoredAt()
              + ", on the chain at "
              + real.anchoredAt());
    }
    if (!shown.entry().equals(real.entry())) {
      return Optional.of("its signatures differ from the chain");
    }
    if (!shown.head().equals(real.head())) {
      return Optional.of("its head is " + shown.head() + ", on the chain " + real.head());
    }
    if (shown.block() != real.place().block()
        || !shown.transaction().equals(real.place().transaction())) {
      return Optional.of("its block or transaction differs from what the endpoint reports");
    }
    return Optional.empty();
  }

  private void missing(AuditedEntry entry, BlockRef known, BlockRef audited) {
    boolean maybeNotSeen =
        entry.place().block() > known.number()
            && audited.timestamp() - entry.anchoredAt() <= graceSeconds;
    String what = "entry " + entry.sequence() + ", " + entry.id();
    if (maybeNotSeen) {
      notes.add(service.address() + " is behind: it may not have seen " + what);
    } else {
      add(MISSING, what + ", is on the chain but not shown");
    }
  }

  private void requireHead(ServiceLog.Head shown, EndpointResult chain) {
    Optional<Bytes32> real =
        shown.sequence() == 0
            ? Optional.of(chain.state().orElseThrow().genesis().head0())
            : shown.sequence() > chain.entries().size()
                ? Optional.empty()
                : Optional.of(chain.entries().get((int) shown.sequence() - 1).head());
    real.filter(head -> !head.equals(shown.head()))
        .ifPresent(
            head ->
                add(
                    Rule.LOG_HEAD_MISMATCH.slug(),
                    "the service's head after "
                        + shown.sequence()
                        + " entries is "
                        + shown.head()
                        + ", on the chain "
                        + head));
  }

  private void add(String rule, String detail) {
    findings.add(new AuditFinding(service.address(), rule, detail));
  }
}
