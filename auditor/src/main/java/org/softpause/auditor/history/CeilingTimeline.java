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
 * The ceiling by region and class: regions and classes with the same course stand together. What
 * names no region stands in a lane of its own, so that a timeline is never larger than its log;
 * where two lanes hold for a site, the lower ceiling counts.
 *
 * @param lanes by region, those of every region last; without those where nothing was ever felt
 */
public record CeilingTimeline(List<Lane> lanes) {
  /** Stands for all regions. */
  public static final int EVERYWHERE = Integer.MAX_VALUE;

  /** Regions (ISO 3166-1 numeric, or {@link #EVERYWHERE}) and classes with one course. */
  public record Lane(List<Integer> regions, Set<HardwareClass> classes, CeilingCurve curve) {}

  private record Key(Set<HardwareClass> classes, CeilingCurve curve) {}

  /** Of all reductions, drills aside; clusters large enough to be reached by all of them. */
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

  /** A lapse reaches everyone. */
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
