package org.softpause.authz.ethereum;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The reasons for which nodes refuse a transaction, by their own words, and what each asks for.
 * JSON-RPC has no codes for them, and every implementation words them in its own way.
 */
public enum TransactionError {
  REVERTED(Action.WAIT),
  REPLACEMENT_UNDERPRICED(
      Action.REPRICE,
      "replacement transaction underpriced",
      "could not replace existing tx",
      "insufficient gas price to replace",
      "replacementnotallowed",
      "ownnoncealreadyused"),
  FEE_BELOW_BASE_FEE(Action.REPRICE, "less than block base fee", "below current base fee"),
  UNDERPRICED(
      Action.REPRICE,
      "underpriced",
      "fee too low",
      "feetoolow",
      "below configured minimum gas price",
      "below minimum required priority fee"),
  ALREADY_KNOWN(
      Action.AWAIT_INCLUSION,
      "already known",
      "alreadyknown",
      "already imported",
      "known transaction",
      "existing txn with same hash"),
  NONCE_TOO_LOW(Action.COUNT_AGAIN, "nonce too low", "oldnonce"),
  NONCE_TOO_HIGH(
      Action.COUNT_AGAIN,
      "nonce too high",
      "noncegap",
      "nonce too far in future",
      "nonce is too distant"),
  INSUFFICIENT_FUNDS(
      Action.WAIT,
      "insufficient funds",
      "insufficientfunds",
      "upfront cost exceeds account balance"),
  POOL_FULL(Action.WAIT, "txpool is full", "sub-pool is full"),
  OTHER(Action.WAIT);

  private final Action action;
  private final Pattern words;

  TransactionError(Action action, String... words) {
    this.action = action;
    this.words =
        words.length == 0
            ? Pattern.compile("(?!)")
            : Pattern.compile(Arrays.stream(words).map(Pattern::quote).collect(joining("|")));
  }

  /** What the sender does about a refused transaction. */
  public enum Action {
    /** The node has it already. */
    AWAIT_INCLUSION,
    /** The next count of the sender's transactions decides. */
    COUNT_AGAIN,
    /** The same bytes would be refused again, so the fees are raised at once. */
    REPRICE,
    /** The same bytes are sent again later, after longer and longer waits. */
    WAIT
  }

  /** Classifies a node's error; whatever has unknown words is {@link #OTHER}. */
  public static TransactionError of(NodeError error) {
    if (error.isRevert()) {
      return REVERTED;
    }
    String said = error.words();
    return Arrays.stream(values())
        .filter(kind -> kind.words.matcher(said).find())
        .findFirst()
        .orElse(OTHER);
  }

  public Action action() {
    return action;
  }
}
