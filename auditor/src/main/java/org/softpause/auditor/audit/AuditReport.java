package org.softpause.auditor.audit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.softpause.protocol.decision.Eip712Domain;

/**
 * The results of an audit.
 *
 * @param service the comparison of the service's log with the chain, if it was requested
 */
public record AuditReport(
    Eip712Domain registry, List<EndpointResult> endpoints, Optional<ServiceResult> service) {
  /** The endpoint whose log a report presents: the first clean one, else the longest log. */
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

  /** The checks that could not be completed, each with its reason. */
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
