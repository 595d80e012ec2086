package org.softpause.frost.interop;

import static org.softpause.frost.interop.NodeProcess.request;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.softpause.frost.Element;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.Signature;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.SigningPackage;
import org.softpause.frost.VerifyingKey;
import org.softpause.frost.VerifyingShare;
import org.softpause.frost.dkg.CeremonyParameters;
import org.softpause.frost.dkg.PolynomialCommitment;
import org.softpause.frost.dkg.ProofOfPossession;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.SecretShare;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A member played by noble. Its messages are decoded as strictly as any from outside. */
final class NobleMember implements AutoCloseable {
  private static final HexFormat HEX = HexFormat.of();

  private final NodeProcess node = new NodeProcess("member.js");

  /** Runs round one of key generation, with the proof of possession of FROST's authors. */
  RoundOnePackage roundOneOfPlainFrost(CeremonyParameters ceremony, Identifier self) {
    return roundOne(joining(ceremony, self));
  }

  /** Runs round one with the ceremony's id in the proof's challenge, as this project does. */
  RoundOnePackage roundOne(CeremonyParameters ceremony, Identifier self) {
    return roundOne(joining(ceremony, self).put("ceremonyId", hex(ceremony.id().encode())));
  }

  private static ObjectNode joining(CeremonyParameters ceremony, Identifier self) {
    return request("roundOne")
        .put("identifier", self.value())
        .put("min", ceremony.minSigners())
        .put("max", ceremony.maxSigners());
  }

  private RoundOnePackage roundOne(ObjectNode request) {
    JsonNode made = node.ask(request);
    StringBuilder commitment = new StringBuilder();
    made.required("commitment").forEach(each -> commitment.append(each.stringValue()));
    return new RoundOnePackage(
        PolynomialCommitment.decode(HEX.parseHex(commitment)),
        ProofOfPossession.decode(bytes(made, "proof")));
  }

  /** Noble checks the other members' commitments and proofs and deals a share to each. */
  Map<Identifier, SecretShare> roundTwo(Map<Identifier, RoundOnePackage> fellows) {
    ObjectNode request = request("roundTwo");
    ArrayNode others = request.putArray("others");
    fellows.forEach(
        (fellow, sent) -> {
          ObjectNode other = others.addObject().put("identifier", fellow.value());
          ArrayNode commitment = other.putArray("commitment");
          for (Element coefficient : sent.commitment().coefficients()) {
            commitment.add(hex(coefficient.encode()));
          }
          other.put("proof", hex(sent.proof().encode()));
        });
    Map<Identifier, SecretShare> dealt = new TreeMap<>();
    node.ask(request)
        .required("shares")
        .forEachEntry(
            (to, share) ->
                dealt.put(
                    new Identifier(Integer.parseInt(to)),
                    SecretShare.fromSecretBytes(HEX.parseHex(share.stringValue()))));
    return dealt;
  }

  /** Noble checks the shares it was dealt, keeps its signing share and returns the group's keys. */
  PublicKeyPackage finish(CeremonyParameters ceremony, Map<Identifier, SecretShare> received) {
    ObjectNode request = request("finish");
    ArrayNode shares = request.putArray("shares");
    received.forEach(
        (from, share) ->
            shares
                .addObject()
                .put("from", from.value())
                .put("share", hex(share.exposeSecretBytes())));
    JsonNode made = node.ask(request);
    Map<Identifier, VerifyingShare> verifyingShares = new TreeMap<>();
    made.required("verifyingShares")
        .forEachEntry(
            (member, share) ->
                verifyingShares.put(
                    new Identifier(Integer.parseInt(member)),
                    VerifyingShare.decode(HEX.parseHex(share.stringValue()))));
    return PublicKeyPackage.of(
        ceremony.minSigners(), VerifyingKey.decode(bytes(made, "groupKey")), verifyingShares);
  }

  /** Noble takes over the seat of this member. */
  void sit(KeyPackage key) {
    ObjectNode request =
        request("sit")
            .put("identifier", key.identifier().value())
            .put("signingShare", hex(key.signingShare().exposeSecretBytes()))
            .put("min", key.minSigners())
            .put("max", key.publicKeys().shares().size())
            .put("groupKey", hex(key.verifyingKey().encode()));
    ObjectNode shares = request.putObject("verifyingShares");
    key.publicKeys()
        .shares()
        .forEach((member, share) -> shares.put(text(member), hex(share.encode())));
    node.ask(request);
  }

  SigningCommitments commit() {
    JsonNode made = node.ask(request("commit"));
    return new SigningCommitments(
        Element.decode(bytes(made, "hiding")), Element.decode(bytes(made, "binding")));
  }

  /**
   * Takes given nonces instead of {@link #commit()}, to compare with a signer that has the same
   * ones.
   */
  void useNonces(SigningNonces nonces) {
    String pair = hex(nonces.exposeSecretBytes());
    node.ask(
        request("useNonces")
            .put("hiding", pair.substring(0, 64))
            .put("binding", pair.substring(64)));
  }

  SignatureShare sign(SigningPackage signingPackage) {
    return SignatureShare.decode(bytes(node.ask(about("sign", signingPackage)), "share"));
  }

  boolean verifyShare(SigningPackage signingPackage, Identifier sender, SignatureShare share) {
    return node.ask(
            about("verifyShare", signingPackage)
                .put("identifier", sender.value())
                .put("share", hex(share.encode())))
        .required("valid")
        .booleanValue();
  }

  Signature aggregate(SigningPackage signingPackage, Map<Identifier, SignatureShare> shares) {
    ObjectNode request = about("aggregate", signingPackage);
    ObjectNode all = request.putObject("shares");
    shares.forEach((sender, share) -> all.put(text(sender), hex(share.encode())));
    return Signature.decode(bytes(node.ask(request), "signature"));
  }

  /**
   * Whether noble accepts these bytes as signature. Bytes that are no signature at all count as one
   * that does not verify.
   */
  boolean verify(VerifyingKey key, byte[] message, byte[] signature) {
    try {
      return node.ask(
              request("verify")
                  .put("signature", hex(signature))
                  .put("message", hex(message))
                  .put("groupKey", hex(key.encode())))
          .required("valid")
          .booleanValue();
    } catch (Refused malformed) {
      return false;
    }
  }

  private static ObjectNode about(String operation, SigningPackage signingPackage) {
    ObjectNode request = request(operation).put("message", hex(signingPackage.message()));
    ArrayNode list = request.putArray("list");
    signingPackage
        .commitments()
        .forEach(
            (signer, commitments) ->
                list.addObject()
                    .put("identifier", signer.value())
                    .put("hiding", hex(commitments.hiding().encode()))
                    .put("binding", hex(commitments.binding().encode())));
    return request;
  }

  private static String text(Identifier identifier) {
    return Integer.toString(identifier.value());
  }

  private static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  private static byte[] bytes(JsonNode answer, String member) {
    return HEX.parseHex(answer.required(member).stringValue());
  }

  @Override
  public void close() {
    node.close();
  }
}
