package org.softpause.protocol.golden;

import java.util.Base64;
import java.util.Locale;
import java.util.function.Function;
import org.softpause.protocol.committee.Registration;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.Proposal;
import org.softpause.protocol.decision.RequestProof;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.evidence.BadShare;
import org.softpause.protocol.fixture.Golden;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.JwsPayload;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.proof.AnchorProof;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryStateJson;
import org.softpause.protocol.site.SiteRecord;
import org.softpause.protocol.token.TokenKey;

/**
 * The kinds of recorded documents, except those of ceremonies. A signed document has exactly the
 * bytes of its canonical JSON. A file is written that way too, but read with any white space and
 * any order of members.
 */
public enum Document {
  REGISTRATION,
  PROPOSAL,
  BALLOT_APPROVE,
  BALLOT_REJECT,
  SHARE,
  REQUEST,
  SITE_THAT_HOLDS,
  SITE_THAT_LOWERS,
  CERTIFICATE_PAUSE,
  CERTIFICATE_LIFT,
  CERTIFICATE_RENEW,
  CERTIFICATE_ROTATE,
  LOG_ENTRY,
  DEPLOYMENT,
  REGISTRY_STATE,
  SIGNING_PACKAGE,
  BAD_SHARE,
  TOKEN_KEY,
  ANCHOR_PROOF;

  private static final int MAX_BYTES = 1 << 20;
  private static final String HEADER =
      SoftwareIdentity.generate(TestRandom.seeded(1))
          .sign(REQUEST.golden())
          .compact()
          .replaceFirst("\\..*", "");

  boolean isSigned() {
    return compareTo(SITE_THAT_LOWERS) <= 0;
  }

  /** Reads the document and writes it again. */
  public byte[] again(byte[] bytes) {
    return CanonicalJson.encode(
        switch (this) {
          case REGISTRATION -> signed(bytes).read(Registration.TYPE, Registration::read).toJson();
          case PROPOSAL -> signed(bytes).read(Proposal.TYPE, Proposal::read).toJson();
          case BALLOT_APPROVE, BALLOT_REJECT ->
              signed(bytes).read(Ballot.TYPE, Ballot::read).toJson();
          case SHARE -> signed(bytes).read(ShareDocument.TYPE, ShareDocument::read).toJson();
          case REQUEST -> signed(bytes).read(RequestProof.TYPE, RequestProof::read).toJson();
          case SITE_THAT_HOLDS, SITE_THAT_LOWERS ->
              signed(bytes).read(SiteRecord.TYPE, SiteRecord::read).toJson();
          case CERTIFICATE_PAUSE, CERTIFICATE_LIFT, CERTIFICATE_RENEW, CERTIFICATE_ROTATE ->
              Certificate.parse(bytes).toJson();
          case LOG_ENTRY -> file(bytes, in -> LogEntry.read(in).toJson());
          case DEPLOYMENT -> Deployment.parse(bytes).toJson();
          case REGISTRY_STATE ->
              file(
                  bytes,
                  in ->
                      RegistryStateJson.write(RegistryStateJson.read(in, TestRegistry.genesis())));
          case SIGNING_PACKAGE -> file(bytes, in -> SigningPackageDocument.read(in).toJson());
          case BAD_SHARE -> file(bytes, in -> BadShare.read(in).toJson());
          case TOKEN_KEY -> tokenKey(bytes);
          case ANCHOR_PROOF -> file(bytes, in -> AnchorProof.read(in).toJson());
        });
  }

  /** Ignores the signature. */
  private static JwsPayload signed(byte[] payload) {
    Base64.Encoder base64url = Base64.getUrlEncoder().withoutPadding();
    return Jws.parse(
            String.join(
                ".",
                HEADER,
                base64url.encodeToString(payload),
                base64url.encodeToString(new byte[64])))
        .unverified();
  }

  private static Json tokenKey(byte[] jwk) {
    byte[] written = TokenKey.ofSecretJwk(jwk, TestRandom.seeded(1)).secretJwk();
    return StrictJson.parse(written, MAX_BYTES);
  }

  private static JsonObject file(byte[] bytes, Function<ObjectReader, JsonObject> codec) {
    return StrictJson.read(bytes, MAX_BYTES, codec);
  }

  /** The bytes that were recorded. */
  public byte[] golden() {
    return Golden.bytes(
        Document.class, name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json");
  }
}
