package org.softpause.authz;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.ethereum.RegistryContract;
import org.softpause.db.PostgresFixture;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.registry.Certificate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A registry with a licence, held by one committee that can anchor any number of renewals without a
 * service. Services of their own databases may follow it.
 */
public final class LicensedRegistry extends RegistryWorld {
  /** An account that the node signs for; it is not the one that services send from. */
  private static final String SENDER = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";

  private static final int LICENCE_SECONDS = 604_800;
  private static final int HEADROOM_SECONDS = 5_000;

  private final RunningService service;
  private final Signatories signatories;
  private long operatingUntil;

  private LicensedRegistry(long seed) {
    this.service = startSendingService(anvil().endpoint());
    this.signatories = new Signatories(seed, service);
    deploy(
        "--standing=" + signatories.foundCommittee(),
        "--lapse-ceiling-bps=3000",
        "--licence-seconds=" + LICENCE_SECONDS,
        "--lapse-ramp-seconds=600",
        "--lapse-stagger-seconds=60");
    this.operatingUntil = now() + LICENCE_SECONDS;
    anvil().call("evm_increaseTime", "[" + HEADROOM_SECONDS + "]");
    anvil().call("evm_mine", "[]");
  }

  /** Founds the committee and deploys; the same seed gives the same keys. */
  public static LicensedRegistry found(long seed) {
    return new LicensedRegistry(seed);
  }

  @Override
  RunningService service() {
    return service;
  }

  /** The members of the committee, who talk to the service that deployed the registry. */
  public Signatories signatories() {
    return signatories;
  }

  /** Another service with an empty database, which never sends, at a node of its own choice. */
  public RunningService startFollower(
      PostgresFixture.Database database, URI rpc, String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "softpause.ethereum.rpc-url=" + rpc,
                "softpause.registry.deployment-file=" + folder().resolve("deployment.json"),
                "softpause.token.key-file=" + folder().resolve("token-key.json")));
    all.addAll(List.of(settings));
    return RunningService.start(database, all.toArray(String[]::new));
  }

  /** Anchors renewals straight at the node, in order; returns once blocks hold all of them. */
  public List<Bytes32> anchorRenewals(int count) {
    List<Bytes32> ids = new ArrayList<>();
    String last = "";
    for (int i = 0; i < count; i++) {
      Certificate renewal = renewal();
      ids.add(renewal.id());
      last = send(renewal);
    }
    await(last);
    return List.copyOf(ids);
  }

  /**
   * As {@link #anchorRenewals}, in one block made for them, while the node makes none by itself.
   */
  public void anchorPendingRenewals(int count) {
    String last = "";
    for (int i = 0; i < count; i++) {
      last = send(renewal());
    }
    mine(1);
    await(last);
  }

  private void await(String transaction) {
    String receipt = "[\"" + transaction + "\"]";
    Eventually.equal(
        "0x1", () -> rpc("eth_getTransactionReceipt", receipt).at("/status").asString(""));
  }

  private Certificate renewal() {
    long now = now();
    operatingUntil++;
    Renew renew =
        new Renew(
            MandateName.STANDING, 0, operatingUntil, now, now + 3_600, Signatories.reasonHash());
    var domain = service.part(ServedRegistry.class).require().domain();
    return new Certificate(domain, renew, List.of(signatories.committee().sign(renew.id(domain))));
  }

  private String send(Certificate certificate) {
    RegistryContract contract = service.part(RegistryContract.class);
    return rpc(
            "eth_sendTransaction",
            "[{\"from\":\"%s\",\"to\":\"%s\",\"gas\":\"0x7a120\",\"data\":\"%s\"}]"
                .formatted(SENDER, contract.address(), contract.callData(certificate)))
        .asString();
  }

  /** Makes blocks at once. */
  public void mine(int blocks) {
    rpc("anvil_mine", "[\"0x" + Integer.toHexString(blocks) + "\"]");
  }

  private JsonNode rpc(String method, String parameters) {
    JsonNode answer = JsonMapper.shared().readTree(anvil().call(method, parameters));
    if (answer.has("error")) {
      throw new AssertionError(method + ": " + answer.at("/error"));
    }
    return answer.at("/result");
  }
}
