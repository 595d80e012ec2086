package org.softpause.signer.golden;

import java.util.Locale;
import org.softpause.protocol.fixture.Golden;
import org.softpause.signer.backup.Backup;
import org.softpause.signer.state.SignerState;

/** The stored objects in clear, each with every member that it may have. */
enum StoredObject {
  STATE,
  STATE_WITH_TOKEN,
  BACKUP;

  byte[] golden() {
    return Golden.bytes(
        StoredObject.class, name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json");
  }

  /** Read and written again. */
  byte[] again(byte[] bytes) {
    return switch (this) {
      case STATE, STATE_WITH_TOKEN -> SignerState.decode(bytes).encode();
      case BACKUP -> Backup.decode(bytes).encode();
    };
  }
}
