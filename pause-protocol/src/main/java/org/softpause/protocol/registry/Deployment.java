package org.softpause.protocol.registry;

import java.util.List;
import java.util.stream.Stream;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonArray;
import org.softpause.protocol.json.JsonBoolean;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;

/**
 * The deployment file, which everybody pins after checking it. The constructor checks that it is
 * consistent: each committee has its roster and a proof that its key works. Whether the chain
 * agrees is checked by {@code RegistryReader}.
 *
 * @param deploymentBlock the number of the block with the Genesis event
 * @param codeHash keccak256 of the code at the registry's address
 * @param rosters the payloads whose SHA-256 the committees name
 */
public record Deployment(
    Genesis genesis,
    long deploymentBlock,
    Bytes32 codeHash,
    List<JsonObject> rosters,
    List<PossessionProof> possessions) {
  public static final int MAX_BYTES = 1 << 20;
  private static final String TYPE = "softpause-deployment-v1";

  public Deployment {
    rosters = List.copyOf(rosters);
    possessions = List.copyOf(possessions);
    for (CommitteeKey committee : committees(genesis)) {
      PossessionProof possession = possession(committee, possessions);
      requireRoster(committee, rosters, possession.transcript());
      possession.check(committee.key());
    }
  }

  private static List<CommitteeKey> committees(Genesis genesis) {
    return Stream.concat(genesis.standing().stream(), genesis.emergency().stream()).toList();
  }

  private static void requireRoster(
      CommitteeKey committee, List<JsonObject> rosters, Bytes32 transcript) {
    JsonObject roster =
        rosters.stream()
            .filter(candidate -> CanonicalJson.hash(candidate).equals(committee.roster()))
            .findFirst()
            .orElseThrow(() -> mismatch("roster " + committee.roster() + " is missing"));
    Json groupKey = new JsonString(Hex.encode(committee.key().encode()));
    Json ceremony = new JsonString(transcript.toString());
    if (!groupKey.equals(roster.members().get("groupKey"))
        || !new JsonBoolean(committee.civil()).equals(roster.members().get("civil"))
        || !ceremony.equals(roster.members().get("transcript"))) {
      throw mismatch(
          "roster "
              + committee.roster()
              + " differs from its committee in key, civility or ceremony");
    }
  }

  private static PossessionProof possession(
      CommitteeKey committee, List<PossessionProof> possessions) {
    return possessions.stream()
        .filter(proof -> proof.roster().equals(committee.roster()))
        .findFirst()
        .orElseThrow(
            () ->
                new RuleViolation(
                    Rule.DEPLOYMENT_POSSESSION_INVALID,
                    "roster " + committee.roster() + " has no proof of possession"));
  }

  private static RuleViolation mismatch(String detail) {
    return new RuleViolation(Rule.DEPLOYMENT_ROSTER_MISMATCH, detail);
  }

  public Eip712Domain domain() {
    return genesis.domain();
  }

  /**
   * Reads the bytes of a file.
   *
   * @throws RuleViolation any rule of {@link StrictJson} or {@link Genesis}, {@link
   *     Rule#DEPLOYMENT_HEAD_MISMATCH}, {@link Rule#DEPLOYMENT_ROSTER_MISMATCH}, {@link
   *     Rule#DEPLOYMENT_POSSESSION_INVALID}
   */
  public static Deployment parse(byte[] json) {
    return StrictJson.read(json, MAX_BYTES, Deployment::read);
  }

  private static Deployment read(ObjectReader in) {
    in.literal("type", TYPE);
    Deployment deployment =
        new Deployment(
            new Genesis(
                new Eip712Domain(in.number("chainId", 1, JsonInteger.MAX), in.address("registry")),
                in.number("deployedAt", 0, AnchoredPause.NEVER),
                in.object("parameters", RegistryParameters::read),
                in.objects("standing", CommitteeKey::read),
                in.objects("emergency", CommitteeKey::read)),
            in.number("deploymentBlock", 0, JsonInteger.MAX),
            in.bytes32("codeHash"),
            rosters(in.json("rosters")),
            in.objects("possessions", PossessionProof::read));
    if (!in.bytes32("head0").equals(deployment.genesis.head0())) {
      throw new RuleViolation(
          Rule.DEPLOYMENT_HEAD_MISMATCH,
          "head0 does not match the genesis, whose head_0 is " + deployment.genesis.head0());
    }
    return deployment;
  }

  private static List<JsonObject> rosters(Json json) {
    if (json instanceof JsonArray array) {
      return array.elements().stream().map(Deployment::roster).toList();
    }
    throw new RuleViolation(Rule.WRONG_TYPE, "rosters must be of type array");
  }

  private static JsonObject roster(Json json) {
    if (json instanceof JsonObject roster) {
      return roster;
    }
    throw new RuleViolation(Rule.WRONG_TYPE, "a roster must be of type object");
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .text("type", TYPE)
        .number("chainId", domain().chainId())
        .address("registry", domain().registry())
        .number("deploymentBlock", deploymentBlock)
        .number("deployedAt", genesis.deployedAt())
        .bytes32("codeHash", codeHash)
        .bytes32("head0", genesis.head0())
        .json("parameters", genesis.parameters().toJson())
        .array("standing", genesis.standing(), CommitteeKey::toJson)
        .array("emergency", genesis.emergency(), CommitteeKey::toJson)
        .array("rosters", rosters, roster -> roster)
        .array("possessions", possessions, PossessionProof::toJson)
        .toJson();
  }
}
