package org.softpause.auditor.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.CeilingReduction;
import org.softpause.protocol.site.HardwareClass;

/**
 * The ceilings over time by region and hardware class. Regions and classes with the same curve
 * share a lane. Reductions that name no region have a lane of their own, so that a timeline is
 * never larger than its log; if two lanes apply to a site, the lower ceiling counts.
 *
 * @param lanes ordered by region, with those of every region last; a lane that never goes below 100
 *     % is left out
 */
public record CeilingTimeline(List<Lane> lanes) {
  /** The region number that stands for all regions. */
  public static final int EVERYWHERE = Integer.MAX_VALUE;

  /** Regions (ISO 3166-1 numeric, or {@link #EVERYWHERE}) and classes that share one curve. */
  public record Lane(List<Integer> regions, Set<HardwareClass> classes, CeilingCurve curve) {}

  private record Key(Set<HardwareClass> classes, CeilingCurve curve) {}

  /** Draws the timeline of clusters large enough for every reduction; drills do not count. */
  public static CeilingTimeline of(List<CeilingReduction> reductions, long leadSeconds) {
    Map<Key, List<Integer>> lanes = new LinkedHashMap<>();
    byRegion(reductions)
        .forEach(
            (region, those) ->
                curves(those, leadSeconds)
                    .forEach(
                        (curve, classes) ->
                            lanes
                                .computeIfAbsent(new Key(classes, curve), any -> new ArrayList<>())
                                .add(region)));
    return new CeilingTimeline(
        lanes.entrySet().stream()
            .filter(lane -> !lane.getKey().curve().intervals().isEmpty())
            .map(CeilingTimeline::lane)
            .toList());
  }

  private static Lane lane(Map.Entry<Key, List<Integer>> lane) {
    return new Lane(
        List.copyOf(lane.getValue()),
        Collections.unmodifiableSet(lane.getKey().classes()),
        lane.getKey().curve());
  }

  private static Map<Integer, List<CeilingReduction>> byRegion(List<CeilingReduction> reductions) {
    Map<Integer, List<CeilingReduction>> regions = new TreeMap<>();
    for (CeilingReduction reduction : reductions) {
      for (int region : regions(reduction)) {
        regions.computeIfAbsent(region, any -> new ArrayList<>()).add(reduction);
      }
    }
    return regions;
  }

  /** A lapse applies to every region. */
  private static List<Integer> regions(CeilingReduction reduction) {
    return reduction instanceof AnchoredPause anchored
            && !anchored.pause().scope().regions().isEmpty()
        ? anchored.pause().scope().regions()
        : List.of(EVERYWHERE);
  }

  private static Map<CeilingCurve, Set<HardwareClass>> curves(
      List<CeilingReduction> reductions, long leadSeconds) {
    Map<CeilingCurve, Set<HardwareClass>> curves = new LinkedHashMap<>();
    for (HardwareClass hardwareClass : HardwareClass.values()) {
      CeilingCurve curve =
          CeilingCurve.of(
              reductions.stream()
                  .filter(reduction -> reaches(reduction, hardwareClass))
                  .map(reduction -> ReductionProfile.of(reduction, leadSeconds))
                  .toList());
      curves.computeIfAbsent(curve, any -> EnumSet.noneOf(HardwareClass.class)).add(hardwareClass);
    }
    return curves;
  }

  private static boolean reaches(CeilingReduction reduction, HardwareClass hardwareClass) {
    if (!(reduction instanceof AnchoredPause anchored)) {
      return true;
    }
    Scope scope = anchored.pause().scope();
    int somewhere = scope.regions().isEmpty() ? Scope.MAX_REGION : scope.regions().getFirst();
    return !anchored.pause().drill()
        && scope.reaches(somewhere, hardwareClass.bit(), scope.minPeakPflops());
  }
}
