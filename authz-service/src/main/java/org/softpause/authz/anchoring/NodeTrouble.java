package org.softpause.authz.anchoring;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.mirror.WrongChainException;

/** Why one of the two steps fails at the node; the log has it when it begins, changes and ends. */
final class NodeTrouble {
  private static final Logger log = LoggerFactory.getLogger(NodeTrouble.class);

  private final String step;
  private final AtomicReference<@Nullable String> words = new AtomicReference<>();

  /** The trouble of a step, named by a verb. */
  NodeTrouble(String step) {
    this.step = step;
  }

  void report(Exception failure) {
    String now = failure.toString();
    boolean isNew = !now.equals(words.getAndSet(now));
    // Of a wrong chain the log has an alarm already.
    if (isNew && !(failure instanceof WrongChainException)) {
      log.warn("{}: the Ethereum node does not answer: {}", step, now);
    }
  }

  void clear() {
    if (words.getAndSet(null) != null) {
      log.info("{}: the Ethereum node answers again", step);
    }
  }

  /** The last failure; null while the step succeeds. */
  @Nullable String words() {
    return words.get();
  }
}
