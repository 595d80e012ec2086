package org.softpause.auditor.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.Reduction;
import org.softpause.protocol.site.HardwareClass;

/**
 * The ceiling by region and class: regions and classes with the same course stand together.
 *
 * @param lanes in the order of their first region; without those where nothing was ever felt
 */
public record Timeline(List<Lane> lanes) {
  /** Stands for all regions, where no pause names any. */
  public static final int EVERYWHERE = -1;

  /** Stands for every region that no pause names. */
  public static final int ELSEWHERE = 0;

  /** Regions (ISO 3166-1 numeric, or what stands for many) and classes with one course. */
  public record Lane(List<Integer> regions, Set<HardwareClass> classes, Course course) {}

  private record Key(Set<HardwareClass> classes, Course course) {}

  /** Of all reductions, drills aside; clusters large enough to be reached by all of them. */
  public static Timeline of(List<Reduction> reductions, long leadSeconds) {
    Map<Key, List<Integer>> lanes = new LinkedHashMap<>();
    for (int region : regions(reductions)) {
      Map<Course, Set<HardwareClass>> courses = new LinkedHashMap<>();
      for (HardwareClass hardwareClass : HardwareClass.values()) {
        Course course = course(reductions, region, hardwareClass, leadSeconds);
        courses
            .computeIfAbsent(course, any -> EnumSet.noneOf(HardwareClass.class))
            .add(hardwareClass);
      }
      courses.forEach(
          (course, classes) ->
              lanes
                  .computeIfAbsent(new Key(classes, course), any -> new ArrayList<>())
                  .add(region));
    }
    return new Timeline(
        lanes.entrySet().stream()
            .filter(lane -> !lane.getKey().course().stretches().isEmpty())
            .map(Timeline::lane)
            .toList());
  }

  private static Lane lane(Map.Entry<Key, List<Integer>> lane) {
    return new Lane(
        List.copyOf(lane.getValue()),
        Collections.unmodifiableSet(lane.getKey().classes()),
        lane.getKey().course());
  }

  /** Those that some pause names, then all others. */
  private static List<Integer> regions(List<Reduction> reductions) {
    Set<Integer> named = new TreeSet<>();
    for (Reduction reduction : reductions) {
      if (reduction instanceof AnchoredPause anchored) {
        named.addAll(anchored.pause().scope().regions());
      }
    }
    List<Integer> regions = new ArrayList<>(named);
    regions.add(named.isEmpty() ? EVERYWHERE : ELSEWHERE);
    return regions;
  }

  private static Course course(
      List<Reduction> reductions, int region, HardwareClass hardwareClass, long leadSeconds) {
    return Course.of(
        reductions.stream()
            .filter(reduction -> reaches(reduction, region, hardwareClass))
            .map(reduction -> Outline.of(reduction, leadSeconds))
            .toList());
  }

  /** A lapse reaches everyone. */
  private static boolean reaches(Reduction reduction, int region, HardwareClass hardwareClass) {
    if (!(reduction instanceof AnchoredPause anchored)) {
      return true;
    }
    var scope = anchored.pause().scope();
    return !anchored.pause().drill()
        && scope.reaches(region, hardwareClass.bit(), scope.minPeakPflops());
  }
}
