package org.softpause.signer.command.console;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.signer.operation.OfficerConfirmation;

/**
 * A confirmation by the last digits of the id, typed at the console or given as an option.
 *
 * @param json whether a machine reads the output; then a page is shown only if digits are asked for
 * @param given the digits, where they came as an option
 */
public record TypedConfirmation(Console console, boolean json, @Nullable String given)
    implements OfficerConfirmation {
  private static final int DIGITS = 4;

  @Override
  public void require(String deed, Bytes32 id, List<String> page) {
    if (given == null || !json) {
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
