package org.softpause.auditor.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.auditor.audit.Audit;
import org.softpause.auditor.audit.AuditReport;
import org.softpause.auditor.audit.AuditSettings;
import org.softpause.auditor.audit.EndpointResult;
import org.softpause.auditor.audit.RpcEndpoint;
import org.softpause.auditor.audit.ServiceResult;
import org.softpause.auditor.chain.Checkpoint;
import org.softpause.auditor.chain.PublishedCode;
import org.softpause.auditor.report.ReportModel;
import org.softpause.auditor.service.ServiceAudit;
import org.softpause.auditor.words.DecisionWords;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.proof.JsonRpc;
import org.softpause.protocol.proof.RegistryReader;
import org.softpause.protocol.proof.RpcException;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.site.RegionNames;
import org.softpause.protocol.transport.BudgetedTransport;
import org.softpause.protocol.transport.GatheringLimits;
import org.softpause.protocol.transport.HttpTransport;
import picocli.CommandLine.Option;

/** The options that name the registry to audit and the nodes to ask. */
final class AuditOptions {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int MAX_ANSWER_BYTES = 4 << 20;

  /** For each endpoint and for the service: enough for years of blocks in pieces of 500. */
  private static final GatheringLimits LIMITS =
      new GatheringLimits(Duration.ofHours(2), 4L << 30, 200_000);

  @Option(
      names = "--rpc",
      required = true,
      paramLabel = "URL",
      description = "An Ethereum node. Several are compared, and the one that disagrees is named.")
  private List<URI> rpc = List.of();

  @Option(
      names = "--registry",
      required = true,
      paramLabel = "ADDRESS",
      converter = AddressConverter.class,
      description = "The registry's address, as published.")
  private Address registry = Address.ZERO;

  @Option(
      names = "--deployment",
      paramLabel = "FILE",
      description =
          "The published deployment file. It is compared with the chain and gives the committees' names.")
  private @Nullable Path deployment;

  @Option(
      names = "--from-checkpoint",
      paramLabel = "FILE",
      description =
          "Keeps the events read in FILE and continues from there next time. They are verified"
              + " again; the file only saves requests.")
  private @Nullable Path checkpoint;

  @Option(
      names = "--from-block",
      paramLabel = "N",
      description =
          "The first block to read, at or before the deployment (default: the file's, or 0).")
  private @Nullable Long fromBlock;

  @Option(
      names = "--service",
      paramLabel = "URL",
      description = "The authorization service, whose log is compared with the chain.")
  private @Nullable URI service;

  @Option(
      names = "--service-grace",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description =
          "How old a final decision may be that the service does not show yet"
              + " (${DEFAULT-VALUE}).")
  private long grace;

  /** Runs the whole audit. */
  ReportModel audit(AuditEnvironment environment) throws IOException {
    HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    Optional<Deployment> file = deployment();
    List<RpcEndpoint> endpoints = endpoints(http);
    Eip712Domain domain = domain(file, endpoints);
    Audit audit = new Audit(domain, settings(file, environment), environment.random());
    List<EndpointResult> results = audit.run(endpoints, source());
    AuditReport chains = new AuditReport(domain, results, Optional.empty());
    AuditReport report = new AuditReport(domain, results, service(http, chains));
    return new ReportModel(report, new DecisionWords(RegionNames.load()), bodies(file));
  }

  private Optional<Deployment> deployment() throws IOException {
    if (deployment == null) {
      return Optional.empty();
    }
    Deployment file = Deployment.parse(InputFile.read(deployment, Deployment.MAX_BYTES));
    if (!file.domain().registry().equals(registry)) {
      throw new RuleViolation(
          Rule.WRONG_REGISTRY,
          "the deployment file describes " + file.domain().registry() + ", not " + registry);
    }
    return Optional.of(file);
  }

  private List<RpcEndpoint> endpoints(HttpClient http) {
    List<RpcEndpoint> endpoints = new ArrayList<>();
    Map<String, Integer> names = new HashMap<>();
    for (URI uri : rpc) {
      String host = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
      int count = names.merge(host, 1, Integer::sum);
      BudgetedTransport transport = new BudgetedTransport(new HttpTransport(http), LIMITS);
      JsonRpc node = new JsonRpc(transport, uri, TIMEOUT, MAX_ANSWER_BYTES);
      String name = count == 1 ? host : host + " (" + count + ")";
      endpoints.add(new RpcEndpoint(name, new RegistryReader(node, registry)));
    }
    return endpoints;
  }

  /** Takes the chain from the deployment file, else from the first endpoint that answers. */
  private Eip712Domain domain(Optional<Deployment> file, List<RpcEndpoint> endpoints)
      throws RpcException {
    if (file.isPresent()) {
      return file.get().domain();
    }
    Optional<RpcException> failure = Optional.empty();
    for (RpcEndpoint endpoint : endpoints) {
      try {
        return new Eip712Domain(endpoint.node().chainId(), registry);
      } catch (RpcException unanswered) {
        failure = Optional.of(unanswered);
      }
    }
    throw failure.orElseThrow();
  }

  private AuditSettings settings(Optional<Deployment> file, AuditEnvironment environment) {
    long first = file.map(Deployment::deploymentBlock).orElse(0L);
    return new AuditSettings(
        PublishedCode.load(),
        fromBlock == null ? first : fromBlock,
        file.map(published -> published.genesis().head0()),
        environment.waiter(),
        environment.progress());
  }

  private Optional<Checkpoint.Source> source() {
    Path file = checkpoint;
    return file == null
        ? Optional.empty()
        : Optional.of((domain, reader) -> Checkpoint.open(file, domain, reader));
  }

  private Optional<ServiceResult> service(HttpClient http, AuditReport chains) {
    if (service == null) {
      return Optional.empty();
    }
    ServiceClient client =
        new ServiceClient(new HttpTransport(http), service, TIMEOUT).gathering(LIMITS);
    return chains.presented().map(chain -> new ServiceAudit(client, grace).run(chain));
  }

  private static Map<Bytes32, String> bodies(Optional<Deployment> file) {
    Map<Bytes32, String> bodies = new HashMap<>();
    for (JsonObject roster : file.map(Deployment::rosters).orElse(List.of())) {
      if (roster.members().get("body") instanceof JsonString body) {
        bodies.put(CanonicalJson.hash(roster), body.value());
      }
    }
    return bodies;
  }
}
