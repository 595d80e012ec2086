package org.softpause.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * The compiled registry contract of this build. To check a deployed one, take its code by {@code
 * eth_getCode}, compare each range of {@link #immutables()} with the parameter it names, and the
 * Keccak-256 of {@link #withoutImmutables} with {@link #runtimeHash()}.
 */
public final class RegistryArtifact {
  private static final String ABI = "PauseRegistry.abi.json";
  private static final String CODE = "PauseRegistry.code.properties";
  private static final HexFormat HEX = HexFormat.of();

  private final String abi;
  private final int runtimeLength;
  private final byte[] runtimeHash;
  private final List<ImmutableRange> immutables;
  private final byte[] creationCode;

  private RegistryArtifact(String abi, Properties code) {
    this.abi = abi;
    this.runtimeLength = Integer.parseInt(code.getProperty("runtimeLength"));
    this.runtimeHash = HEX.parseHex(code.getProperty("runtimeHash").substring(2));
    this.immutables =
        Arrays.stream(code.getProperty("immutables").split(","))
            .map(ImmutableRange::parse)
            .toList();
    this.creationCode = HEX.parseHex(code.getProperty("creationCode").substring(2));
  }

  /** Loads the artifact from this module's resources. */
  public static RegistryArtifact load() {
    try (InputStream abi = open(ABI);
        InputStreamReader code = new InputStreamReader(open(CODE), StandardCharsets.US_ASCII)) {
      Properties properties = new Properties();
      properties.load(code);
      return new RegistryArtifact(
          new String(abi.readAllBytes(), StandardCharsets.UTF_8), properties);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream stream = RegistryArtifact.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("missing from the build: " + name);
    }
    return stream;
  }

  /** The contract's ABI as JSON. */
  public String abi() {
    return abi;
  }

  /** Length of the runtime bytecode in bytes. */
  public int runtimeLength() {
    return runtimeLength;
  }

  /** Keccak-256 of the runtime bytecode with every immutable zeroed, 32 bytes. */
  public byte[] runtimeHash() {
    return runtimeHash.clone();
  }

  /** Where the immutables stand in the runtime bytecode, ascending. */
  public List<ImmutableRange> immutables() {
    return immutables;
  }

  /** The creation bytecode, to which a deployer appends the encoded constructor arguments. */
  public byte[] creationCode() {
    return creationCode.clone();
  }

  /**
   * A copy of a deployed registry's code with every immutable zeroed.
   *
   * @throws IllegalArgumentException if its length is not {@link #runtimeLength()}
   */
  public byte[] withoutImmutables(byte[] runtime) {
    if (runtime.length != runtimeLength) {
      throw new IllegalArgumentException(
          "runtime bytecode of " + runtime.length + " bytes, expected " + runtimeLength);
    }
    byte[] zeroed = runtime.clone();
    immutables.forEach(r -> Arrays.fill(zeroed, r.start(), r.start() + r.length(), (byte) 0));
    return zeroed;
  }
}
