package org.softpause.authz.anchoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether to believe a node's count of the sender's transactions. A count that does not fit
 * the recorded nonces is believed only once the node has insisted on it, since a single wrong
 * answer would otherwise skip nonces or reuse them.
 */
final class TransactionCountCheck {
  private final Duration patience;
  private long doubted;
  private @Nullable Instant doubtedSince;

  TransactionCountCheck(Duration patience) {
    this.patience = patience;
  }

  /**
   * Judges one answer of the node.
   *
   * @param recorded where nothing is recorded, the count is all there is to go by
   * @return why the count is not believed yet; empty if it is believed
   */
  synchronized Optional<String> doubt(long count, RecordedNonces recorded, Instant now) {
    boolean tooLow = count < recorded.lowestCount();
    boolean tooHigh = !recorded.isEmpty() && count > recorded.highestCount();
    if (!tooLow && !tooHigh) {
      doubtedSince = null;
      return Optional.empty();
    }
    if (doubtedSince == null || count < doubted) {
      doubted = count;
      doubtedSince = now;
    } else if (!now.isBefore(doubtedSince.plus(patience))) {
      doubtedSince = null;
      return Optional.empty();
    }
    return Optional.of(
        tooLow
            ? "%d, though %d were counted before".formatted(count, recorded.lowestCount())
            : "%d, though at most %d are known".formatted(count, recorded.highestCount()));
  }
}
