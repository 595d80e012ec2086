package org.softpause.signer.operation;

import java.util.List;
import org.softpause.protocol.Bytes32;

/** Shows a page to the officer and has the officer confirm that this is what was meant. */
@FunctionalInterface
public interface OfficerConfirmation {
  /**
   * Returns once the officer has confirmed.
   *
   * @param deed what the confirmation is for, as in "type … to approve"
   * @param id of the decision or ceremony that the page describes
   * @throws org.softpause.protocol.RuleViolation CONFIRMATION_MISMATCH
   */
  void require(String deed, Bytes32 id, List<String> page);
}
