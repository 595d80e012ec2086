package org.softpause.authz.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.proof.RpcException;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.RegistryParameters;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract on a real node, called with what web3j encodes. */
final class ChainRegistry {
  private static final String SENDER = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
  private static final String GAS = "0xc00000";

  private final AnvilNode node;
  private final Address address;
  private final Map<String, String> errors;

  private ChainRegistry(AnvilNode node, Address address, Map<String, String> errors) {
    this.node = node;
    this.address = address;
    this.errors = errors;
  }

  /** Deploys what a genesis describes, at its time. */
  static ChainRegistry deploy(AnvilNode node, Genesis genesis) throws RpcException {
    RegistryArtifact artifact = RegistryArtifact.load();
    String arguments =
        FunctionEncoder.encodeConstructor(
            List.of(
                parameters(genesis.parameters()),
                committees(genesis.standing()),
                committees(genesis.emergency())));
    String data = Hex.encode(artifact.creationCode()) + arguments.replaceFirst("^0x", "");
    JsonNode receipt = mine(node, genesis.deployedAt(), transaction().text("data", data).toJson());
    Address address = Address.parse(receipt.get("contractAddress").asString());
    return new ChainRegistry(node, address, errors(artifact.abi()));
  }

  private static PauseRegistry.Parameters parameters(RegistryParameters p) {
    return new PauseRegistry.Parameters(
        new BigInteger(p.exemptBelowPflops().toString()),
        BigInteger.valueOf(p.leadSeconds()),
        BigInteger.valueOf(p.minRampSeconds()),
        BigInteger.valueOf(p.licenceSeconds()),
        BigInteger.valueOf(p.lapseCeilingBps()),
        BigInteger.valueOf(p.lapseRampSeconds()),
        BigInteger.valueOf(p.lapseStaggerSeconds()));
  }

  private static DynamicArray<PauseRegistry.Committee> committees(List<CommitteeKey> keys) {
    return new DynamicArray<>(
        PauseRegistry.Committee.class,
        keys.stream()
            .map(
                key ->
                    new PauseRegistry.Committee(
                        key.key().x(), key.key().y(), key.civil(), key.roster().bytes()))
            .toList());
  }

  Address address() {
    return address;
  }

  /** The id that the contract reckons; it checks no bound. */
  Bytes32 id(RawDecision decision) throws RpcException {
    Function function =
        new Function(
            decision.kind().toLowerCase(Locale.ROOT) + "Id", List.of(decision.toAbi()), List.of());
    JsonNode result = node.call("eth_call", call(FunctionEncoder.encode(function)), latest());
    return Bytes32.parse(result.asString());
  }

  /** The name of the error that the contract would answer with in a block of that time, if any. */
  Optional<String> refusal(RawDecision decision, List<PauseRegistry.Signature> signatures, long now)
      throws RpcException {
    Json time = new ObjectWriter().text("time", quantity(now)).toJson();
    try {
      node.call(
          "eth_call",
          call(anchor(decision, signatures)),
          latest(),
          new ObjectWriter().toJson(),
          time);
      return Optional.empty();
    } catch (RpcException refused) {
      String data = refused.revertData().orElseThrow(() -> refused);
      return Optional.of(errors.getOrDefault(data.substring(0, 10), data));
    }
  }

  /** Anchors in a block of that time. */
  JsonNode anchor(RawDecision decision, List<PauseRegistry.Signature> signatures, long now)
      throws RpcException {
    return mine(node, now, call(anchor(decision, signatures)));
  }

  @SuppressWarnings("rawtypes") // web3j's own signature
  private static String anchor(RawDecision decision, List<PauseRegistry.Signature> signatures) {
    List<Type> arguments =
        List.of(decision.toAbi(), new DynamicArray<>(PauseRegistry.Signature.class, signatures));
    return FunctionEncoder.encode(new Function("anchor" + decision.kind(), arguments, List.of()));
  }

  private Json call(String data) {
    return transaction().address("to", address).text("data", data).toJson();
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

  private static Json latest() {
    return new JsonString("latest");
  }

  private static String quantity(long value) {
    return "0x" + Long.toHexString(value);
  }

  /** Names by the four bytes that they are told apart by. */
  private static Map<String, String> errors(String abi) {
    Map<String, String> errors = new HashMap<>();
    for (JsonNode item : JsonMapper.shared().readTree(abi)) {
      if (item.path("type").asString().equals("error")) {
        String types =
            StreamSupport.stream(item.get("inputs").spliterator(), false)
                .map(input -> input.get("type").asString())
                .collect(Collectors.joining(","));
        String signature = item.get("name").asString() + "(" + types + ")";
        byte[] hash = Keccak256.hash(signature.getBytes(UTF_8)).bytes();
        errors.put(Hex.encode(Arrays.copyOf(hash, 4)), item.get("name").asString());
      }
    }
    return errors;
  }

  /** The rule that an error of the contract stands for: it has the same name but for signatures. */
  static Rule rule(String error) {
    return switch (error) {
      case "InvalidCommitment", "ResponseOutOfRange" -> Rule.SIGNATURE_MALFORMED;
      case "InvalidKey" -> Rule.COMMITTEE_KEY_INVALID;
      case "WrongSignature", "ZeroChallenge" -> Rule.SIGNATURE_INVALID;
      default -> Rule.valueOf(error.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT));
    };
  }
}
