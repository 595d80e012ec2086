package org.softpause.authz.ceremony;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.jose.Jws;
import org.springframework.stereotype.Component;

/**
 * A cache of recently read ceremonies whose messages are already verified, so that polling members
 * cost only the verification of what is new. The database alone says which messages exist.
 */
@Component
final class CeremonyCache {
  private static final int KEPT = 16;

  private final Map<Bytes32, Ceremony> latest = new LinkedHashMap<>();

  /** The ceremony that these messages make, after all of them have been verified. */
  Ceremony follow(Bytes32 id, List<Jws> messages) {
    Ceremony known = known(id);
    Ceremony ceremony = known == null ? Ceremony.replay(messages) : known.follow(messages);
    keep(id, ceremony);
    return ceremony;
  }

  private synchronized @Nullable Ceremony known(Bytes32 id) {
    return latest.get(id);
  }

  private synchronized void keep(Bytes32 id, Ceremony ceremony) {
    latest.remove(id);
    latest.put(id, ceremony);
    if (latest.size() > KEPT) {
      latest.remove(latest.keySet().iterator().next());
    }
  }
}
