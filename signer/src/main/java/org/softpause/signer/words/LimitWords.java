package org.softpause.signer.words;

import java.util.List;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Withdraw;

/** Lists what a decision cannot do, whoever signs it and whoever delivers it. */
final class LimitWords {
  private static final String ALTERED =
      "be altered: other fields make another id, which needs every signature anew";

  private LimitWords() {}

  static List<String> of(Decision decision) {
    return switch (decision) {
      case Pause pause ->
          List.of(
              ALTERED,
              "go on after its end, or be used a second time: that takes another decision",
              "end, change or shorten any other pause",
              "change who may decide");
      case Lift lift ->
          List.of(
              ALTERED,
              "end any pause but the one named",
              "raise anybody above what the other pauses leave",
              "change who may decide");
      case Withdraw withdraw ->
          List.of(
              ALTERED,
              "end, change or shorten any pause",
              "stop what is proposed for the slot later",
              "change who may decide");
      default -> List.of(ALTERED, "pause or lift anything", "be used a second time");
    };
  }
}
