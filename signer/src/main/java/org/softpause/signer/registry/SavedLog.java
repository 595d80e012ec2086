package org.softpause.signer.registry;

import java.util.Optional;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.protocol.registry.RegistryStateJson;
import org.softpause.signer.state.SignerStore;

/**
 * The state of the log that an earlier run verified, sealed with the store's key. Nobody else can
 * have written it, and an older copy only means more to verify.
 */
final class SavedLog {
  private static final int MAX_LENGTH = 1 << 20;

  /** Fewer new entries than these are verified again rather than saved. */
  private static final int WORTH_SAVING = 16;

  private final SignerStore store;
  private final Genesis genesis;

  SavedLog(SignerStore store, Genesis genesis) {
    this.store = store;
    this.genesis = genesis;
  }

  /** The saved state, or nothing where there is none for this registry. */
  Optional<RegistryState> load() {
    return store.log().flatMap(this::read);
  }

  private Optional<RegistryState> read(byte[] bytes) {
    try {
      return Optional.of(
          StrictJson.read(bytes, MAX_LENGTH, in -> RegistryStateJson.read(in, genesis)));
    } catch (RuleViolation ofAnotherRegistryOrVersion) {
      return Optional.empty();
    }
  }

  /** Saves a state that is far enough from the one that was loaded. */
  void keep(RegistryState from, RegistryState to) {
    if (to.sequence() - from.sequence() >= WORTH_SAVING) {
      store.keepLog(CanonicalJson.encode(RegistryStateJson.write(to)));
    }
  }
}
