package org.softpause.protocol.token;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.proof.AnchorProof;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.LogEntry;

/**
 * What a token attests (protocol "Token", {@code softpause}): the registry's log up to the latest
 * finalised head, with the entries after {@code from} in full.
 *
 * @param sequence how many entries lead to {@code head}
 * @param block the latest finalised block, at which the registry has that head
 * @param from the log holds the entries from + 1 to sequence
 * @param pending certificates that are not final
 * @param anchorProof the proof that the head is the registry's at that block
 */
public record Attestation(
    Eip712Domain domain,
    long sequence,
    Bytes32 head,
    BlockRef block,
    long from,
    List<LogEntry> log,
    List<PendingCertificate> pending,
    Optional<AnchorProof> anchorProof) {
  public static final String PROFILE = "urn:softpause:token:1";

  public Attestation {
    log = List.copyOf(log);
    pending = List.copyOf(pending);
    if (from < 0 || from > sequence || sequence > JsonInteger.MAX) {
      throw new RuleViolation(
          Rule.OUT_OF_RANGE, "a log from " + from + " does not lead to sequence " + sequence);
    }
  }

  /**
   * Reads an attestation of this registry. One of another registry is refused before its log is
   * read.
   */
  static Attestation read(ObjectReader in, Eip712Domain expected) {
    requireProfile(in);
    long chainId = in.number("chain_id", 0, JsonInteger.MAX);
    if (chainId != expected.chainId()) {
      throw new RuleViolation(Rule.WRONG_CHAIN, "the token is for chain " + chainId);
    }
    if (!in.address("registry").equals(expected.registry())) {
      throw new RuleViolation(Rule.WRONG_REGISTRY, "the token is for another registry");
    }
    return readLog(in, expected);
  }

  /** Reads an attestation of any registry. */
  static Attestation readAny(ObjectReader in) {
    requireProfile(in);
    return readLog(
        in, new Eip712Domain(in.number("chain_id", 0, JsonInteger.MAX), in.address("registry")));
  }

  private static void requireProfile(ObjectReader in) {
    if (!in.text("profile", 100).equals(PROFILE)) {
      throw new RuleViolation(Rule.TOKEN_PROFILE_UNKNOWN, "the only profile known is " + PROFILE);
    }
  }

  private static Attestation readLog(ObjectReader in, Eip712Domain domain) {
    return new Attestation(
        domain,
        in.number("sequence", 0, JsonInteger.MAX),
        in.bytes32("head"),
        in.object("block", BlockRef::read),
        in.number("from", 0, JsonInteger.MAX),
        in.objects("log", LogEntry::read),
        in.objects("pending", PendingCertificate::read),
        in.has("anchor_proof")
            ? Optional.of(in.object("anchor_proof", AnchorProof::read))
            : Optional.empty());
  }

  JsonObject toJson() {
    ObjectWriter out =
        new ObjectWriter()
            .text("profile", PROFILE)
            .number("chain_id", domain.chainId())
            .address("registry", domain.registry())
            .number("sequence", sequence)
            .bytes32("head", head)
            .json("block", block.toJson())
            .number("from", from)
            .array("log", log, LogEntry::toJson)
            .array("pending", pending, PendingCertificate::toJson);
    anchorProof.ifPresent(proof -> out.json("anchor_proof", proof.toJson()));
    return out.toJson();
  }
}
