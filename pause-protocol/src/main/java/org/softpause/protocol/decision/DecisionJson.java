package org.softpause.protocol.decision;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Uint;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/** Codec of decisions in JSON: {@code type} and the members of the EIP-712 struct. */
public final class DecisionJson {
  private DecisionJson() {}

  /** Codec for {@link ObjectReader#object}. */
  public static Decision read(ObjectReader in) {
    String type = in.text("type", 16);
    return switch (type) {
      case "Pause" -> readPause(in);
      case "Lift" -> readLift(in);
      case "Withdraw" -> readWithdraw(in);
      case "Renew" -> readRenew(in);
      case "Rotate" -> readRotate(in);
      default ->
          throw new RuleViolation(
              Rule.UNKNOWN_DECISION_TYPE, "type must be Pause, Lift, Withdraw, Renew or Rotate");
    };
  }

  public static JsonObject write(Decision decision) {
    return switch (decision) {
      case Pause pause -> writePause(pause);
      case Lift lift -> writeLift(lift);
      case Withdraw withdraw -> writeWithdraw(withdraw);
      case Renew renew -> writeRenew(renew);
      case Rotate rotate -> writeRotate(rotate);
    };
  }

  private static Pause readPause(ObjectReader in) {
    return new Pause(
        in.value("mandate", MandateName::parse),
        in.number("epoch", 0, Uint.MAX_32),
        new Slot(in.small("slot", 0, 255)),
        in.small("ceilingBps", 0, 0xffff),
        in.number("effectiveAt", 0, Uint.MAX_48),
        in.number("expiresAt", 0, Uint.MAX_48),
        in.number("rampSeconds", 0, Uint.MAX_32),
        in.number("staggerSeconds", 0, Uint.MAX_32),
        in.object("scope", DecisionJson::readScope),
        in.flag("drill"),
        in.number("proposedAt", 0, Uint.MAX_48),
        in.number("anchorBy", 0, Uint.MAX_48),
        in.bytes32("reasonHash"));
  }

  private static Lift readLift(ObjectReader in) {
    return new Lift(
        in.value("mandate", MandateName::parse),
        in.number("epoch", 0, Uint.MAX_32),
        new Slot(in.small("slot", 0, 255)),
        in.bytes32("pauseId"),
        in.number("proposedAt", 0, Uint.MAX_48),
        in.number("anchorBy", 0, Uint.MAX_48),
        in.bytes32("reasonHash"));
  }

  private static Withdraw readWithdraw(ObjectReader in) {
    return new Withdraw(
        in.value("mandate", MandateName::parse),
        in.number("epoch", 0, Uint.MAX_32),
        new Slot(in.small("slot", 0, 255)),
        in.number("proposedAt", 0, Uint.MAX_48),
        in.number("anchorBy", 0, Uint.MAX_48),
        in.bytes32("reasonHash"));
  }

  private static Renew readRenew(ObjectReader in) {
    return new Renew(
        in.value("mandate", MandateName::parse),
        in.number("epoch", 0, Uint.MAX_32),
        in.number("operatingUntil", 0, Uint.MAX_48),
        in.number("proposedAt", 0, Uint.MAX_48),
        in.number("anchorBy", 0, Uint.MAX_48),
        in.bytes32("reasonHash"));
  }

  private static Rotate readRotate(ObjectReader in) {
    return new Rotate(
        in.value("mandate", MandateName::parse),
        in.number("epoch", 0, Uint.MAX_32),
        in.value("target", MandateName::parse),
        in.number("targetEpoch", 0, Uint.MAX_32),
        in.objects("committees", CommitteeKey::read),
        in.number("proposedAt", 0, Uint.MAX_48),
        in.number("anchorBy", 0, Uint.MAX_48),
        in.bytes32("reasonHash"));
  }

  private static Scope readScope(ObjectReader in) {
    return new Scope(
        in.smalls("regions", 0, 0xffff),
        in.small("hardwareClasses", 0, 255),
        in.value("minPeakPflops", Pflops::parse));
  }

  private static ObjectWriter common(String type, Decision decision) {
    return new ObjectWriter()
        .text("type", type)
        .text("mandate", decision.mandate().name())
        .number("epoch", decision.epoch())
        .number("proposedAt", decision.proposedAt())
        .number("anchorBy", decision.anchorBy())
        .bytes32("reasonHash", decision.reasonHash());
  }

  private static JsonObject writePause(Pause pause) {
    return common("Pause", pause)
        .number("slot", pause.slot().value())
        .number("ceilingBps", pause.ceilingBps())
        .number("effectiveAt", pause.effectiveAt())
        .number("expiresAt", pause.expiresAt())
        .number("rampSeconds", pause.rampSeconds())
        .number("staggerSeconds", pause.staggerSeconds())
        .json("scope", writeScope(pause.scope()))
        .flag("drill", pause.drill())
        .toJson();
  }

  private static JsonObject writeLift(Lift lift) {
    return common("Lift", lift)
        .number("slot", lift.slot().value())
        .bytes32("pauseId", lift.pauseId())
        .toJson();
  }

  private static JsonObject writeWithdraw(Withdraw withdraw) {
    return common("Withdraw", withdraw).number("slot", withdraw.slot().value()).toJson();
  }

  private static JsonObject writeRenew(Renew renew) {
    return common("Renew", renew).number("operatingUntil", renew.operatingUntil()).toJson();
  }

  private static JsonObject writeRotate(Rotate rotate) {
    return common("Rotate", rotate)
        .text("target", rotate.target().name())
        .number("targetEpoch", rotate.targetEpoch())
        .array("committees", rotate.committees(), CommitteeKey::toJson)
        .toJson();
  }

  private static JsonObject writeScope(Scope scope) {
    return new ObjectWriter()
        .numbers("regions", scope.regions())
        .number("hardwareClasses", scope.hardwareClasses())
        .text("minPeakPflops", scope.minPeakPflops().toString())
        .toJson();
  }
}
