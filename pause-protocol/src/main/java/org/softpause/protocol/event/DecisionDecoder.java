package org.softpause.protocol.event;

import java.math.BigInteger;
import org.softpause.frost.FrostException;
import org.softpause.frost.Signature;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.decision.Withdraw;

/** Decodes the structs of decisions, member by member in the order of IPauseRegistry.sol. */
final class DecisionDecoder {
  static final int PAUSE_WORDS = 13;
  static final int LIFT_WORDS = 7;
  static final int WITHDRAW_WORDS = 6;
  static final int RENEW_WORDS = 6;
  static final int ROTATE_WORDS = 8;

  private static final int SCOPE_WORDS = 3;

  private DecisionDecoder() {}

  static Decision pause(AbiReader in) {
    return new Pause(
        mandate(in),
        in.uint(32),
        new Slot((int) in.uint(8)),
        (int) in.uint(16),
        in.uint(48),
        in.uint(48),
        in.uint(32),
        in.uint(32),
        in.tuple(SCOPE_WORDS, DecisionDecoder::scope),
        in.flag(),
        in.uint(48),
        in.uint(48),
        in.bytes32());
  }

  static Decision lift(AbiReader in) {
    return new Lift(
        mandate(in),
        in.uint(32),
        new Slot((int) in.uint(8)),
        in.bytes32(),
        in.uint(48),
        in.uint(48),
        in.bytes32());
  }

  static Decision withdraw(AbiReader in) {
    return new Withdraw(
        mandate(in),
        in.uint(32),
        new Slot((int) in.uint(8)),
        in.uint(48),
        in.uint(48),
        in.bytes32());
  }

  static Decision renew(AbiReader in) {
    return new Renew(mandate(in), in.uint(32), in.uint(48), in.uint(48), in.uint(48), in.bytes32());
  }

  static Decision rotate(AbiReader in) {
    return new Rotate(
        mandate(in),
        in.uint(32),
        mandate(in),
        in.uint(32),
        GenesisDecoder.committees(in),
        in.uint(48),
        in.uint(48),
        in.bytes32());
  }

  static Signature signature(AbiReader in) {
    BigInteger rx = in.uint256();
    BigInteger ry = in.uint256();
    BigInteger z = in.uint256();
    try {
      return Signature.fromCoordinates(rx, ry, z);
    } catch (FrostException.MalformedEncoding malformed) {
      throw new RuleViolation(
          Rule.SIGNATURE_MALFORMED, "a signature is a point and z within 1..n-1", malformed);
    }
  }

  private static Scope scope(AbiReader in) {
    return new Scope(
        in.array(Scope.MAX_REGIONS, 1, region -> (int) region.uint(16)),
        (int) in.uint(8),
        new Pflops(in.uint(64)));
  }

  private static MandateName mandate(AbiReader in) {
    long code = in.uint(8);
    for (MandateName mandate : MandateName.values()) {
      if (mandate.code() == code) {
        return mandate;
      }
    }
    throw new RuleViolation(Rule.UNKNOWN_MANDATE, "mandate " + code + " is neither 0 nor 1");
  }
}
