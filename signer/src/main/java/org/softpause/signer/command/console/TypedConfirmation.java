package org.softpause.signer.command.console;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.signer.operation.SignerContext;

/**
 * The officer has read a page and means what stands on it.
 *
 * @param deed what it is for, as in "type … to approve"
 */
public record TypedConfirmation(String deed, Bytes32 id, List<String> page) {
  private static final int DIGITS = 4;

  /**
   * Shows the page, except to a machine that has confirmed, and takes the id's last digits.
   *
   * @param given as an option, instead of being asked for
   * @throws RuleViolation CONFIRMATION_MISMATCH
   */
  public void require(SignerContext signerContext, @Nullable String given) {
    Console console = signerContext.console();
    if (given == null || !signerContext.json()) {
      page.forEach(console.out()::println);
      console.out().println();
    }
    String typed =
        given != null
            ? given
            : console.ask("Type the last %d digits of the id to %s: ".formatted(DIGITS, deed));
    String expected = id.toString().substring(id.toString().length() - DIGITS);
    if (typed == null || !typed.strip().toLowerCase(Locale.ROOT).equals(expected)) {
      throw new RuleViolation(
          Rule.CONFIRMATION_MISMATCH, "those are not the last 4 digits of " + id);
    }
  }
}
