package org.softpause.protocol.decision;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * The signing package that the service hands to the signers of one session. Nobody has to trust it:
 * every source is signed by the member whose commitment it holds, and the hash follows from the
 * sources.
 *
 * @param decision its id
 * @param packageHash {@link PackageHash}
 * @param sources the ballot or share, with {@code next}, that holds each signer's commitment
 */
public record SigningPackageDocument(
    Bytes32 decision, Bytes32 roster, Bytes32 packageHash, List<Jws> sources) {

  public SigningPackageDocument {
    sources = List.copyOf(sources);
  }

  /** Codec for {@link ObjectReader#read}. */
  public static SigningPackageDocument read(ObjectReader in) {
    return new SigningPackageDocument(
        in.bytes32("decision"),
        in.bytes32("roster"),
        in.bytes32("package"),
        in.values("sources", Jws::parse));
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .bytes32("decision", decision)
        .bytes32("roster", roster)
        .bytes32("package", packageHash)
        .array("sources", sources, source -> new JsonString(source.compact()))
        .toJson();
  }
}
