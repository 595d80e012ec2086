package org.softpause.signer.words;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.SlotDecision;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.site.RegionNames;

/**
 * The page that an officer reads before approving a decision. It takes nothing on trust from the
 * service.
 */
public final class DecisionBriefing {
  private final RegionNames regions;

  public DecisionBriefing(RegionNames regions) {
    this.regions = regions;
  }

  /**
   * Returns the page, line by line.
   *
   * @param id the decision's id, which the caller has computed from the decision's fields
   */
  public List<String> page(Bytes32 id, Decision decision, DecisionContext context) {
    TimeFormat timeFormat = new TimeFormat(context.zone());
    TextPage page = new TextPage();
    switch (decision) {
      case Pause pause -> {
        PauseWords words = words(pause, context, timeFormat);
        head(page, words.title(), id, decision);
        words.writeTo(page);
        new TodayWords(context, regions, timeFormat).writeTo(page, pause);
      }
      case Lift lift -> {
        head(page, "LIFT", id, decision);
        new LiftWords(lift, context.lifted().map(pause -> words(pause, context, timeFormat)))
            .writeTo(page);
        new TodayWords(context, regions, timeFormat).writeTo(page, lift);
      }
      case Withdraw withdraw -> {
        head(page, "WITHDRAWAL", id, decision);
        new WithdrawWords(withdraw, timeFormat).writeTo(page);
        new VoidedWords(context.open(), timeFormat).writeTo(page, withdraw);
        new TodayWords(context, regions, timeFormat).writeTo(page, withdraw);
      }
      case Renew renew -> {
        head(page, "RENEWAL of the operating licence", id, decision);
        new RenewWords(renew, context, timeFormat).writeTo(page);
      }
      case Rotate rotate -> {
        RotateWords words = new RotateWords(rotate, context);
        head(page, words.title(), id, decision);
        words.writeTo(page);
        new VoidedWords(context.open(), timeFormat).writeTo(page, rotate);
      }
    }
    page.entries("Cannot", LimitWords.of(decision));
    page.entry("Valid", validity(decision, timeFormat)).blank();
    new ProgressWords(context).writeTo(page);
    return page.lines();
  }

  private PauseWords words(Pause pause, DecisionContext context, TimeFormat timeFormat) {
    return new PauseWords(pause, context.parameters(), regions, timeFormat);
  }

  private static void head(TextPage page, String kind, Bytes32 id, Decision decision) {
    String slot = decision instanceof SlotDecision one ? ", slot " + one.slot() : "";
    page.title("%s by the %s mandate%s".formatted(kind, decision.mandate().name(), slot));
    page.entry("Id", id.toString()).blank();
  }

  private static String validity(Decision decision, TimeFormat timeFormat) {
    return "Only if anchored by "
        + timeFormat.at(decision.anchorBy())
        + "; after that its signatures are worth nothing. Proposed at "
        + timeFormat.at(decision.proposedAt())
        + ".";
  }
}
