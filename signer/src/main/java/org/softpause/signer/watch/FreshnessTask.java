package org.softpause.signer.watch;

import org.softpause.signer.release.StoreFreshness;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SignerStore;

/**
 * Checks, before all other tasks, that the store is not an old copy. Until the service has answered
 * once, no share goes out.
 */
public final class FreshnessTask implements WatchTask {
  private final SignerStore store;
  private final StoreFreshness freshness;
  private boolean known;

  public FreshnessTask(SignerStore store, StoreFreshness freshness) {
    this.store = store;
    this.freshness = freshness;
  }

  /**
   * Asks the service, until it has answered once.
   *
   * @throws org.softpause.protocol.RuleViolation SIGNER_BEHIND
   */
  @Override
  public void run() {
    if (!known) {
      store.read().seats().stream()
          .flatMap(seat -> Membership.of(seat).stream())
          .forEach(
              membership -> freshness.requireNotBehind(() -> store.read().ledger(), membership));
      known = true;
    }
  }
}
