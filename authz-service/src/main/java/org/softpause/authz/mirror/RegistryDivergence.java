package org.softpause.authz.mirror;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells whether the chain and our replay of its log diverge. While they do, no token is issued. */
@Component
public class RegistryDivergence {
  private static final Logger log = LoggerFactory.getLogger(RegistryDivergence.class);

  private final AtomicReference<@Nullable String> current = new AtomicReference<>();

  void report(String why) {
    if (!why.equals(current.getAndSet(why))) {
      log.error("ALARM: the log and the chain disagree, so no token is issued: {}", why);
    }
  }

  void clear() {
    if (current.getAndSet(null) != null) {
      log.warn("the log and the chain agree again");
    }
  }

  /** What diverges; empty while log and chain agree. */
  public Optional<String> why() {
    return Optional.ofNullable(current.get());
  }
}
