package org.softpause.auditor.audit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.proof.RpcException;
import org.softpause.protocol.registry.RegistryState;

/**
 * The result of auditing the chain that one endpoint reports.
 *
 * @param state the registry state that its log leads to, as far as it could be followed
 * @param unchecked why the audit could not be completed; empty if it was completed
 */
public record EndpointResult(
    String name,
    Optional<BlockRef> block,
    Optional<RegistryState> state,
    List<AuditedEntry> entries,
    List<AuditFinding> findings,
    Optional<String> unchecked) {
  public EndpointResult {
    findings = List.copyOf(findings);
  }

  static EndpointResult unreachable(String name, RpcException why) {
    return new EndpointResult(
        name,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.of(String.valueOf(why.getMessage())));
  }

  static EndpointResult refused(String name, RuleViolation broken) {
    return new EndpointResult(
        name,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(AuditFinding.of(name, broken)),
        Optional.empty());
  }

  /** Whether the audit was completed without a finding. */
  public boolean isClean() {
    return findings.isEmpty() && unchecked.isEmpty() && state.isPresent();
  }

  EndpointResult with(AuditFinding another) {
    return new EndpointResult(
        name,
        block,
        state,
        entries,
        Stream.concat(findings.stream(), Stream.of(another)).toList(),
        unchecked);
  }
}
