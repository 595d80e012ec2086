package org.softpause.auditor.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.softpause.auditor.history.CeilingTimeline;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.site.HardwareClass;
import org.softpause.protocol.site.RegionNames;

/** Describes what a decision orders, where, and until when, each in one phrase. */
public final class DecisionWords {
  private static final int TRAINING = 1;
  private static final int INFERENCE = 2;

  private final RegionNames regions;

  public DecisionWords(RegionNames regions) {
    this.regions = regions;
  }

  public String what(Decision decision) {
    return switch (decision) {
      case Pause pause ->
          (pause.drill() ? "drill of a pause to " : "pause to ")
              + HumanFormat.percent(pause.ceilingBps())
              + ", "
              + classes(pause.scope())
              + " from "
              + HumanFormat.pflops(pause.scope().minPeakPflops());
      case Lift lift -> "lift of " + lift.pauseId();
      case Withdraw withdraw ->
          "withdrawal of what was proposed for slot "
              + withdraw.slot()
              + " until "
              + HumanFormat.utc(withdraw.proposedAt());
      case Renew renew -> "renewal of the operating licence";
      case Rotate rotate ->
          rotate.isDeletion()
              ? "removal of the " + rotate.target() + " mandate"
              : rotate.target()
                  + " is held by "
                  + bodies(rotate.committees().size())
                  + " from now on";
    };
  }

  private static String bodies(int count) {
    return count == 1 ? "1 body" : count + " bodies";
  }

  public String where(Decision decision) {
    return switch (decision) {
      case Pause pause -> where(pause.scope());
      case Lift lift -> "where that pause held";
      case Withdraw withdraw -> "nowhere";
      case Renew renew -> "in every region";
      case Rotate rotate -> "in every region";
    };
  }

  /** The time at which the decision ends by itself, or a dash. */
  public String until(Decision decision) {
    return switch (decision) {
      case Pause pause -> HumanFormat.utc(pause.expiresAt());
      case Renew renew -> HumanFormat.utc(renew.operatingUntil());
      case Lift lift -> "-";
      case Withdraw withdraw -> "-";
      case Rotate rotate -> "-";
    };
  }

  private String where(Scope scope) {
    return scope.regions().isEmpty()
        ? "everywhere"
        : HumanFormat.list(scope.regions().stream().map(regions::name).toList());
  }

  /** Every mask includes mixed sites (protocol "What can be decided"). */
  private static String classes(Scope scope) {
    List<String> reached = new ArrayList<>();
    if ((scope.hardwareClasses() & TRAINING) != 0) {
      reached.add("training");
    }
    if ((scope.hardwareClasses() & INFERENCE) != 0) {
      reached.add("inference");
    }
    reached.add("mixed");
    return HumanFormat.list(reached) + " clusters";
  }

  /** Names the regions of a lane. */
  public String regions(CeilingTimeline.Lane lane) {
    return HumanFormat.list(lane.regions().stream().map(this::region).toList());
  }

  private String region(int region) {
    return region == CeilingTimeline.EVERYWHERE ? "every region" : regions.name(region);
  }

  /** Names the hardware classes of a lane. */
  public static String classes(Set<HardwareClass> classes) {
    return HumanFormat.list(
        classes.stream()
            .map(
                hardwareClass ->
                    switch (hardwareClass) {
                      case TRAINING -> "training";
                      case INFERENCE -> "inference";
                      case MIXED -> "mixed";
                    })
            .toList());
  }
}
