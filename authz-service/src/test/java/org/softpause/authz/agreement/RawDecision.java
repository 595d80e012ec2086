package org.softpause.authz.agreement;

import java.math.BigInteger;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.MandateName;
import org.web3j.abi.datatypes.Type;

/** The fields of a decision as anyone may send them to the contract, valid or not. */
abstract sealed class RawDecision permits RawPause, RawLift, RawWithdraw, RawRenew, RawRotate {
  int mandate;
  long epoch;
  long proposedAt;
  long anchorBy;
  Bytes32 reasonHash = Bytes32.ZERO;

  /**
   * As the product has it.
   *
   * @throws RuleViolation if there is no such decision
   */
  abstract Decision toDecision();

  abstract Type<?> toAbi();

  /** As the contract's functions are named. */
  abstract String kind();

  /** How long after its proposal it may be anchored, seconds. */
  long longestValidity() {
    return Decision.MAX_VALIDITY_SECONDS;
  }

  static MandateName mandate(int code) {
    if (code > 1) {
      throw new RuleViolation(Rule.UNKNOWN_MANDATE, "mandate " + code);
    }
    return code == 0 ? MandateName.STANDING : MandateName.EMERGENCY;
  }

  static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
