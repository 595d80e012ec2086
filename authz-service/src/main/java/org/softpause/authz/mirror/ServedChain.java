package org.softpause.authz.mirror;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.committee.ServedRegistry;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Tells whether the node is on the registry's chain. An address can lead to another chain at any
 * time, so this is asked again before and after whatever is read. While it is the wrong chain
 * nothing is read, sent or attested.
 */
@Component
public class ServedChain {
  private static final Logger log = LoggerFactory.getLogger(ServedChain.class);

  private final ServedRegistry registry;
  private final RegistryEventSource chain;
  private final AtomicReference<@Nullable String> wrong = new AtomicReference<>();

  ServedChain(ServedRegistry registry, @Lazy RegistryEventSource chain) {
    this.registry = registry;
    this.chain = chain;
  }

  /**
   * Returns if the node is on the registry's chain.
   *
   * @throws WrongChainException if it is on another one
   * @throws IOException if it does not answer
   */
  public void require() throws IOException {
    long expected = registry.require().domain().chainId();
    long found = chain.chainId();
    if (found != expected) {
      throw report(new WrongChainException(found, expected));
    }
    if (wrong.getAndSet(null) != null) {
      log.warn("the node is on chain {} again, that of the registry", expected);
    }
  }

  private WrongChainException report(WrongChainException mismatch) {
    String why = String.valueOf(mismatch.getMessage());
    if (!why.equals(wrong.getAndSet(why))) {
      log.error("ALARM: nothing is read from the node or sent to it: {}", why);
    }
    return mismatch;
  }

  /** Which chain the node is on instead of which; empty while it is the right one. */
  public Optional<String> why() {
    return Optional.ofNullable(wrong.get());
  }
}
