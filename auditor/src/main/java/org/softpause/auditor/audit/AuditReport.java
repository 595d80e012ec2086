package org.softpause.auditor.audit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.softpause.protocol.decision.Eip712Domain;

/**
 * All that an audit has to say.
 *
 * @param service what came of holding the service against the chain, if that was asked for
 */
public record AuditReport(
    Eip712Domain registry, List<EndpointResult> endpoints, Optional<ServiceResult> service) {
  /** What the report tells the story by: the first endpoint without fault, else the fullest one. */
  public Optional<EndpointResult> presented() {
    Optional<EndpointResult> clean = endpoints.stream().filter(EndpointResult::isClean).findFirst();
    return clean.or(
        () ->
            endpoints.stream()
                .filter(result -> result.state().isPresent())
                .max((a, b) -> Integer.compare(a.entries().size(), b.entries().size())));
  }

  public List<AuditFinding> findings() {
    return Stream.concat(
            endpoints.stream().flatMap(result -> result.findings().stream()),
            service.stream().flatMap(result -> result.findings().stream()))
        .toList();
  }

  /** What could not be checked and why. */
  public List<String> unchecked() {
    return Stream.concat(
            endpoints.stream()
                .flatMap(
                    result -> result.unchecked().map(why -> result.name() + ": " + why).stream()),
            service.stream().flatMap(result -> result.unchecked().stream()))
        .toList();
  }

  public AuditVerdict verdict() {
    return AuditVerdict.of(findings(), unchecked());
  }
}
