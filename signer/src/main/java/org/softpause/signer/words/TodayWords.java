package org.softpause.signer.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.decision.SlotDecision;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.CeilingReduction;
import org.softpause.protocol.registry.Lapse;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.protocol.site.RegionNames;

/** Says what the verified log has in force today, and what a pause or a lift would change. */
record TodayWords(DecisionContext context, RegionNames regions, TimeFormat timeFormat) {
  private static final int MIXED = 4;
  private static final int SHORT_ID = 10;

  void writeTo(TextPage page, SlotDecision decision) {
    Optional<RegistryState> today = context.today();
    if (today.isEmpty()) {
      page.entry("Today", "unknown: the log could not be verified here. Ask before you approve.");
      return;
    }
    List<AnchoredPause> inForce = inForce(today.get(), decision.proposedAt());
    List<Lapse> lapses = LapseWords.inForce(today.get(), decision.proposedAt());
    page.entries("Today", today(inForce, lapses));
    page.entries("Change", change(decision, inForce, lapses));
  }

  private static List<AnchoredPause> inForce(RegistryState state, long at) {
    long lead = state.genesis().parameters().leadSeconds();
    return state.pauses().stream()
        .filter(anchored -> !anchored.pause().drill() && at < anchored.lastRampEndsAt(lead))
        .toList();
  }

  private List<String> today(List<AnchoredPause> inForce, List<Lapse> lapses) {
    if (inForce.isEmpty() && lapses.isEmpty()) {
      return List.of("no pause is in force: every cluster may use all of its capacity");
    }
    return Stream.concat(
            lapses.stream().map(lapse -> new LapseWords(lapse, timeFormat).today()),
            inForce.stream().map(this::line))
        .toList();
  }

  private String line(AnchoredPause anchored) {
    Pause pause = anchored.pause();
    ScopeWords scope = new ScopeWords(pause.scope(), context.parameters(), regions);
    return "slot %s, pause %s…: %s of at least %s at %s (%s), %s %s"
        .formatted(
            pause.slot(),
            anchored.id().toString().substring(0, SHORT_ID),
            scope.classes(),
            Amounts.pflops(pause.scope().minPeakPflops()),
            Amounts.percent(pause.ceilingBps()),
            scope.where().replaceAll("\\.$", ""),
            anchored.isLifted() ? "lifted at" : "until",
            timeFormat.at(anchored.endsAt()));
  }

  private List<String> change(
      SlotDecision decision, List<AnchoredPause> inForce, List<Lapse> lapses) {
    return switch (decision) {
      case Pause pause -> change(pause, inForce, lapses);
      case Lift lift -> change(lift, inForce, lapses);
      case Withdraw withdraw -> List.of("no capacity changes");
    };
  }

  private List<String> change(Pause pause, List<AnchoredPause> inForce, List<Lapse> lapses) {
    if (pause.drill()) {
      return List.of("no capacity changes: it is a drill");
    }
    List<String> items = new ArrayList<>();
    items.add(
        "clusters that it reaches and that nothing holds yet: from 100 % to "
            + Amounts.percent(pause.ceilingBps()));
    inForce.stream()
        .filter(anchored -> meet(anchored.pause().scope(), pause.scope()))
        .forEach(anchored -> items.add(both(pause, "slot " + anchored.pause().slot(), anchored)));
    lapses.forEach(lapse -> items.add(both(pause, "the lapsed licence", lapse)));
    return items;
  }

  private static String both(Pause pause, String what, CeilingReduction other) {
    int held = other.ceilingBps();
    String whose = "clusters that " + what + " holds too: ";
    return pause.ceilingBps() < held
        ? whose + "from " + Amounts.percent(held) + " to " + Amounts.percent(pause.ceilingBps())
        : whose + "stay at " + Amounts.percent(held) + " for as long as that lasts";
  }

  private static List<String> change(Lift lift, List<AnchoredPause> inForce, List<Lapse> lapses) {
    List<String> items = new ArrayList<>();
    items.add(
        change(
            lift,
            inForce,
            lapses.isEmpty() ? "every cluster goes back to 100 %" : "no slot holds any cluster"));
    lapses.forEach(
        lapse ->
            items.add(
                "the lapsed licence still holds every cluster that needs one at "
                    + Amounts.percent(lapse.ceilingBps())));
    return items;
  }

  private static String change(Lift lift, List<AnchoredPause> inForce, String ifNone) {
    List<String> others =
        inForce.stream()
            .filter(anchored -> !anchored.id().equals(lift.pauseId()))
            .filter(anchored -> !anchored.isLifted())
            .map(anchored -> anchored.pause().slot().toString())
            .toList();
    return others.isEmpty()
        ? "no pause is left in force: " + ifNone
        : "clusters go back to what the pauses in these slots leave them: " + Amounts.list(others);
  }

  /** Whether some cluster can be reached by both scopes. */
  private static boolean meet(Scope left, Scope right) {
    boolean regions =
        left.regions().isEmpty()
            || right.regions().isEmpty()
            || left.regions().stream().anyMatch(right.regions()::contains);
    return regions && ((left.hardwareClasses() | MIXED) & (right.hardwareClasses() | MIXED)) != 0;
  }
}
