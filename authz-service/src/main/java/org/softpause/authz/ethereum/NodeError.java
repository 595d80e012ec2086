package org.softpause.authz.ethereum;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A node's JSON-RPC error.
 *
 * @param message the node's own words
 * @param data what the node adds, such as what a contract reverted with; hex, if anything
 */
public record NodeError(int code, String message, @Nullable String data) {
  /** The code that nodes give to a revert with data. */
  private static final int REVERT = 3;

  private static final int SELECTOR_DIGITS = 10;

  /**
   * Whether the contract reverted, which is told by data, by code 3 or by the words "execution
   * reverted". Any other error is the node's own.
   */
  public boolean isRevert() {
    return code == REVERT || hasRevertData() || words().contains("execution reverted");
  }

  private boolean hasRevertData() {
    return data != null && data.startsWith("0x") && data.length() >= SELECTOR_DIGITS;
  }

  /** The message in lower case, for comparing. */
  String words() {
    return message.toLowerCase(Locale.ROOT);
  }
}
