package org.softpause.signer.state;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.softpause.signer.store.Argon2Cost;
import org.softpause.signer.store.Disk;
import org.softpause.signer.store.EncryptedStore;
import org.softpause.signer.store.Passphrase;
import org.softpause.signer.store.StoreDirectory;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.store.StoreProblem;

/** The signer's state in its encrypted store. {@link #commit} returns only what has been stored. */
public final class SignerStore {
  private final EncryptedStore encryptedStore;
  private @Nullable Decoded latest;

  private SignerStore(EncryptedStore encryptedStore) {
    this.encryptedStore = encryptedStore;
  }

  /**
   * The state decoded last, so that a watch does not decode years of ballots every time it looks.
   */
  private record Decoded(Bytes32 content, SignerState state) {}

  /** The result of a change, to be used only once the new state is stored. */
  public record Step<T>(SignerState after, T result) {}

  /** Creates a store that begins with this state. */
  public static SignerStore create(
      StoreDirectory storeDirectory,
      Disk disk,
      Passphrase passphrase,
      Argon2Cost cost,
      SecureRandom random,
      SignerState state) {
    return new SignerStore(
        EncryptedStore.create(storeDirectory, disk, passphrase, cost, random, state.encode()));
  }

  /** Opens the store of an earlier run. */
  public static SignerStore open(
      StoreDirectory storeDirectory, Disk disk, Passphrase passphrase, SecureRandom random) {
    return new SignerStore(EncryptedStore.open(storeDirectory, disk, passphrase, random));
  }

  /** Returns the state as it is now; another command may have changed it since the last call. */
  public SignerState read() {
    return decode(encryptedStore.read());
  }

  /** Changes the state and returns it as stored. */
  public SignerState change(UnaryOperator<SignerState> change) {
    return commit(
        state -> {
          SignerState after = change.apply(state);
          return new Step<>(after, after);
        });
  }

  /** Takes one step under the store's lock: decides on the current state, stores, then returns. */
  public <T> T commit(Function<SignerState, Step<T>> change) {
    AtomicReference<Step<T>> taken = new AtomicReference<>();
    encryptedStore.change(
        before -> {
          Step<T> step = change.apply(decode(before.clone()));
          taken.set(step);
          return encode(step.after());
        });
    return Objects.requireNonNull(taken.get(), "the change ran").result();
  }

  /** Refuses to write a state that is too long to be read again. */
  private static byte[] encode(SignerState state) {
    byte[] content = state.encode();
    if (content.length > SignerState.MAX_LENGTH) {
      Arrays.fill(content, (byte) 0);
      throw new StoreException(
          StoreProblem.FORMAT,
          "the store would have %d bytes, more than the %d it may have; nothing was changed"
              .formatted(content.length, SignerState.MAX_LENGTH));
    }
    return content;
  }

  /** Returns what {@link #keepLog} kept, if it is still there and belongs to this store. */
  public Optional<byte[]> log() {
    return encryptedStore.log();
  }

  /** Keeps a log that can be fetched again from elsewhere. */
  public void keepLog(byte[] content) {
    encryptedStore.keepLog(content);
  }

  private synchronized SignerState decode(byte[] content) {
    Bytes32 hash = Sha256.hash(content);
    if (latest == null || !latest.content().equals(hash)) {
      latest = new Decoded(hash, SignerState.decode(content));
    }
    Arrays.fill(content, (byte) 0);
    return latest.state();
  }
}
