package org.softpause.auditor.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.frost.Signature;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.fixture.SigningBody;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonArray;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.proof.RpcException;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.protocol.registry.RegistryState;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Function;
import tools.jackson.databind.JsonNode;

/** A registry deployed on a node, together with the state that it must have. */
public final class ChainedRegistry {
  private static final String SENDER = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
  private static final String GAS = "0xc00000";

  private final AnvilNode node;
  private final List<SigningBody> founders;
  private RegistryState state;
  private RegistryState before;

  private ChainedRegistry(AnvilNode node, List<SigningBody> founders, RegistryState state) {
    this.node = node;
    this.founders = founders;
    this.state = state;
    this.before = state;
  }

  /** Deploys a registry for the committees of {@link TestRegistry} in a block with this time. */
  public static ChainedRegistry deploy(AnvilNode node, RegistryParameters parameters, long at)
      throws RpcException {
    return deploy(
        node,
        parameters,
        at,
        TestRegistry.committees(MandateName.STANDING),
        TestRegistry.committees(MandateName.EMERGENCY));
  }

  /** Deploys a registry for other committees. */
  public static ChainedRegistry deploy(
      AnvilNode node,
      RegistryParameters parameters,
      long at,
      List<? extends SigningBody> standing,
      List<? extends SigningBody> emergency)
      throws RpcException {
    List<CommitteeKey> standingKeys = ascending(standing);
    List<CommitteeKey> emergencyKeys = ascending(emergency);
    String arguments =
        FunctionEncoder.encodeConstructor(
            List.of(
                AbiValues.parameters(parameters),
                AbiValues.committees(standingKeys),
                AbiValues.committees(emergencyKeys)));
    String code = Hex.encode(RegistryArtifact.load().creationCode());
    JsonNode receipt =
        mine(
            node,
            at,
            transaction().text("data", code + arguments.replaceFirst("^0x", "")).toJson());
    Address address = Address.parse(receipt.get("contractAddress").asString());
    Genesis genesis =
        new Genesis(new Eip712Domain(31_337, address), at, parameters, standingKeys, emergencyKeys);
    List<SigningBody> founders = new ArrayList<>(standing);
    founders.addAll(emergency);
    return new ChainedRegistry(node, List.copyOf(founders), RegistryState.genesis(genesis));
  }

  private static List<CommitteeKey> ascending(List<? extends SigningBody> bodies) {
    return bodies.stream()
        .map(SigningBody::key)
        .sorted(Comparator.comparing(CommitteeKey::x))
        .toList();
  }

  public Address address() {
    return state.genesis().domain().registry();
  }

  public RegistryState state() {
    return state;
  }

  /** Signs a decision and anchors it in a block with this time. */
  public LogEntry anchor(Decision decision, long at, SigningBody... others) throws RpcException {
    Certificate certificate = certify(decision, others);
    String data =
        FunctionEncoder.encode(
            new Function(
                function(decision),
                List.of(
                    AbiValues.decision(decision), AbiValues.signatures(certificate.signatures())),
                List.of()));
    LogEntry entry = new LogEntry(state.sequence() + 1, at, certificate);
    RegistryState after = state.apply(entry);
    mine(node, at, transaction().address("to", address()).text("data", data).toJson());
    before = state;
    state = after;
    return entry;
  }

  /** Reverts the block of the newest decision, as a reorganisation does. */
  public void reorganise() throws RpcException {
    node.call("anvil_reorg", new JsonInteger(1), new JsonArray(List.of()));
    node.call("anvil_dropAllTransactions");
    state = before;
  }

  private Certificate certify(Decision decision, SigningBody... others) {
    Eip712Domain domain = state.genesis().domain();
    return new Certificate(domain, decision, sign(decision, decision.id(domain), others));
  }

  private List<Signature> sign(Decision decision, Bytes32 id, SigningBody... others) {
    List<SigningBody> known = new ArrayList<>(List.of(others));
    known.addAll(founders);
    return state.signers(decision).stream()
        .map(
            key ->
                known.stream()
                    .filter(body -> body.key().key().equals(key.key()))
                    .findFirst()
                    .orElseThrow()
                    .sign(id))
        .toList();
  }

  private static String function(Decision decision) {
    return switch (decision) {
      case Pause pause -> "anchorPause";
      case Lift lift -> "anchorLift";
      case Withdraw withdraw -> "anchorWithdraw";
      case Renew renew -> "anchorRenew";
      case Rotate rotate -> "anchorRotate";
    };
  }

  /** Mines empty blocks until the decisions so far are final. */
  public void finalise(long at) throws RpcException {
    for (int i = 0; i < 3; i++) {
      node.call("evm_mine", new JsonInteger(at + i));
    }
  }

  private static ObjectWriter transaction() {
    return new ObjectWriter().text("from", SENDER).text("gas", GAS);
  }

  private static JsonNode mine(AnvilNode node, long time, Json transaction) throws RpcException {
    JsonNode hash = node.call("eth_sendTransaction", transaction);
    node.call("evm_mine", new JsonInteger(time));
    JsonNode receipt = node.call("eth_getTransactionReceipt", new JsonString(hash.asString()));
    if (!receipt.get("status").asString().equals("0x1")) {
      throw new AssertionError("the transaction failed");
    }
    return receipt;
  }
}
