package org.softpause.auditor.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.softpause.protocol.ceiling.CeilingCalculator;

/**
 * The ceiling over time that a set of reductions gives: as intervals for reading and as points for
 * drawing.
 *
 * @param intervals ascending intervals below 100 %; empty if no site was ever reduced
 * @param points ascending by time and joined by straight lines; the ceiling is 100 % before and
 *     after
 */
public record CeilingCurve(List<CeilingInterval> intervals, List<Point> points) {
  /** A corner of the curve, in Unix seconds and basis points. */
  public record Point(long time, int bps) {}

  static CeilingCurve of(List<ReductionProfile> profiles) {
    List<ReductionProfile> felt = profiles.stream().filter(ReductionProfile::isFelt).toList();
    return new CeilingCurve(intervals(felt), points(felt));
  }

  /** Sweeps over all starts and ends; between two of them the set in force is constant. */
  private static List<CeilingInterval> intervals(List<ReductionProfile> profiles) {
    TreeMap<Long, List<ReductionProfile>> boundaries = boundaries(profiles);
    TreeMap<Integer, Integer> inForce = new TreeMap<>();
    List<CeilingInterval> intervals = new ArrayList<>();
    long from = 0;
    for (Map.Entry<Long, List<ReductionProfile>> boundary : boundaries.entrySet()) {
      if (!inForce.isEmpty()) {
        append(intervals, new CeilingInterval(from, boundary.getKey(), inForce.firstKey()));
      }
      from = boundary.getKey();
      for (ReductionProfile profile : boundary.getValue()) {
        count(inForce, profile.bps(), profile.start() == from ? 1 : -1);
      }
    }
    return List.copyOf(intervals);
  }

  private static TreeMap<Long, List<ReductionProfile>> boundaries(List<ReductionProfile> profiles) {
    TreeMap<Long, List<ReductionProfile>> boundaries = new TreeMap<>();
    for (ReductionProfile profile : profiles) {
      boundaries.computeIfAbsent(profile.start(), time -> new ArrayList<>()).add(profile);
      boundaries.computeIfAbsent(profile.end(), time -> new ArrayList<>()).add(profile);
    }
    return boundaries;
  }

  private static void append(List<CeilingInterval> intervals, CeilingInterval next) {
    CeilingInterval last = intervals.isEmpty() ? null : intervals.getLast();
    if (last != null && last.to() == next.from() && last.bps() == next.bps()) {
      intervals.removeLast();
      intervals.add(new CeilingInterval(last.from(), next.to(), next.bps()));
    } else {
      intervals.add(next);
    }
  }

  private static void count(TreeMap<Integer, Integer> inForce, int bps, int by) {
    inForce.merge(bps, by, Integer::sum);
    inForce.remove(bps, 0);
  }

  private static List<Point> points(List<ReductionProfile> profiles) {
    TreeSet<Long> corners = new TreeSet<>();
    for (ReductionProfile profile : profiles) {
      corners.addAll(List.of(profile.start(), profile.bottom(), profile.rise(), profile.end()));
    }
    List<ReductionProfile> waiting = new ArrayList<>(profiles);
    waiting.sort((a, b) -> Long.compare(a.start(), b.start()));
    List<ReductionProfile> near = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    int next = 0;
    for (long corner : corners) {
      while (next < waiting.size() && waiting.get(next).start() <= corner) {
        near.add(waiting.get(next++));
      }
      near.removeIf(profile -> profile.end() < corner);
      points.add(new Point(corner, lowest(near, corner)));
    }
    return List.copyOf(points);
  }

  private static int lowest(List<ReductionProfile> profiles, long time) {
    return profiles.stream()
        .mapToInt(profile -> profile.at(time))
        .min()
        .orElse(CeilingCalculator.FULL_BPS);
  }
}
