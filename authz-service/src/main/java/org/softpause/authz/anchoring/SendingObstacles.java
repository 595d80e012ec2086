package org.softpause.authz.anchoring;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What keeps waiting decisions from being sent, for the log and the health page. The log has it
 * once, when it begins or its reason changes, and once when it ends.
 */
@Component
class SendingObstacles {
  private static final Logger log = LoggerFactory.getLogger(SendingObstacles.class);

  private final Map<Kind, String> current = new EnumMap<>(Kind.class);

  /** What can go wrong. Each kind comes and goes on its own. */
  enum Kind {
    NO_SENDER_KEY,
    NODE_SILENT,
    COUNT_DOUBTED,
    NODE_REFUSES,
    FEE_CEILING
  }

  /** Sets the obstacle of this kind, or ends it where the reason is empty. */
  synchronized void report(Kind kind, Optional<String> reason) {
    if (reason.isEmpty()) {
      if (current.remove(kind) != null) {
        log.info("sending is no longer kept up ({})", kind);
      }
    } else if (!reason.get().equals(current.put(kind, reason.get()))) {
      log.warn("sending is kept up ({}): {}", kind, reason.get());
    }
  }

  /** Forgets them all, since another replica sends. */
  synchronized void forget() {
    current.clear();
  }

  /** The reasons in one sentence each; empty while nothing is in the way. */
  synchronized Optional<String> reasons() {
    return current.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", current.values()));
  }
}
