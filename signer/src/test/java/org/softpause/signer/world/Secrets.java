package org.softpause.signer.world;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.softpause.frost.SecretBytes;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.SignerState;

/** Every secret seen so far, in each spelling in which it might slip out. */
public final class Secrets {
  private static final int NONCE_LENGTH = 32;

  private final Set<String> spellings = Collections.synchronizedSet(new LinkedHashSet<>());

  void add(String text) {
    spellings.add(text);
    add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Identity key, seeds, shares and nonces of a store. */
  public void addAllOf(SignerState state) {
    switch (state.identity()) {
      case IdentityKey.Software software -> add(software.secret());
      case IdentityKey.Token token -> add(token.pin());
    }
    state
        .seats()
        .forEach(
            seat -> {
              seat.seed().ifPresent(this::add);
              seat.signingShare().ifPresent(this::add);
            });
    state.ledger().nonces().forEach(nonce -> nonce.secret().ifPresent(this::addNonces));
  }

  private void addNonces(SecretBytes pair) {
    byte[] bytes = pair.exposeSecretBytes();
    add(java.util.Arrays.copyOf(bytes, NONCE_LENGTH));
    add(java.util.Arrays.copyOfRange(bytes, NONCE_LENGTH, bytes.length));
  }

  private void add(SecretBytes secret) {
    add(secret.exposeSecretBytes());
  }

  private void add(byte[] bytes) {
    spellings.add(HexFormat.of().formatHex(bytes));
    spellings.add(HexFormat.of().withUpperCase().formatHex(bytes));
    spellings.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    spellings.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    spellings.add(new BigInteger(1, bytes).toString());
  }

  public int count() {
    return spellings.size();
  }

  /** Those that stand in the text. */
  public List<String> in(String text) {
    return List.copyOf(spellings).stream().filter(text::contains).toList();
  }
}
