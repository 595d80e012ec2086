package org.softpause.authz.mirror;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The chain says what the log cannot have led to. While it rings, nothing is attested. */
@Component
public class RegistryDivergence {
  private static final Logger log = LoggerFactory.getLogger(RegistryDivergence.class);

  private final AtomicReference<@Nullable String> ringing = new AtomicReference<>();

  void ring(String why) {
    if (!why.equals(ringing.getAndSet(why))) {
      log.error("ALARM: the log and the chain disagree, no token is issued: {}", why);
    }
  }

  void silence() {
    if (ringing.getAndSet(null) != null) {
      log.warn("the log and the chain agree again");
    }
  }

  /** Why it rings, if it does. */
  public Optional<String> why() {
    return Optional.ofNullable(ringing.get());
  }
}
