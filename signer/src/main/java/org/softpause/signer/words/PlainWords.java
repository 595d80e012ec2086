package org.softpause.signer.words;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.SlotDecision;
import org.softpause.protocol.site.Regions;

/** The page that an officer reads before approving; nothing on it comes from the service's word. */
public final class PlainWords {
  private final Regions regions;

  public PlainWords(Regions regions) {
    this.regions = regions;
  }

  /**
   * The page, line by line.
   *
   * @param id computed from the decision's fields by the caller
   */
  public List<String> page(Bytes32 id, Decision decision, Context context) {
    Moments moments = new Moments(context.zone());
    Page page = new Page();
    switch (decision) {
      case Pause pause -> {
        PauseWords words = words(pause, context, moments);
        head(page, words.title(), id, decision);
        words.writeTo(page);
        new TodayWords(context, regions, moments).writeTo(page, pause);
      }
      case Lift lift -> {
        head(page, "LIFT", id, decision);
        new LiftWords(lift, context.lifted().map(pause -> words(pause, context, moments)))
            .writeTo(page);
        new TodayWords(context, regions, moments).writeTo(page, lift);
      }
      case Renew renew -> {
        head(page, "RENEWAL of the operating licence", id, decision);
        new RenewWords(renew, context, moments).writeTo(page);
      }
      case Rotate rotate -> {
        RotateWords words = new RotateWords(rotate, context);
        head(page, words.title(), id, decision);
        words.writeTo(page);
      }
    }
    page.entries("Cannot", LimitWords.of(decision));
    page.entry("Valid", validity(decision, moments)).blank();
    new ProgressWords(context).writeTo(page);
    return page.lines();
  }

  private PauseWords words(Pause pause, Context context, Moments moments) {
    return new PauseWords(pause, context.parameters(), regions, moments);
  }

  private static void head(Page page, String kind, Bytes32 id, Decision decision) {
    String slot = decision instanceof SlotDecision one ? ", slot " + one.slot() : "";
    page.title("%s by the %s mandate%s".formatted(kind, decision.mandate().name(), slot));
    page.entry("Id", id.toString()).blank();
  }

  private static String validity(Decision decision, Moments moments) {
    return "Only if anchored by "
        + moments.at(decision.anchorBy())
        + "; after that its signatures are worth nothing. Proposed at "
        + moments.at(decision.proposedAt())
        + ".";
  }
}
