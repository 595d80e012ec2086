package org.softpause.auditor.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.softpause.protocol.ceiling.CeilingCalculator;

/**
 * The ceiling over time where certain reductions reach: in steps for reading, in points for
 * drawing.
 *
 * @param stretches ascending, below 100 % only; none where nothing was ever felt
 * @param points ascending by time, joined by straight lines, 100 % outside
 */
public record CeilingCurve(List<CeilingInterval> stretches, List<Point> points) {
  /** Unix seconds and basis points. */
  public record Point(long time, int bps) {}

  static CeilingCurve of(List<ReductionProfile> outlines) {
    List<ReductionProfile> felt = outlines.stream().filter(ReductionProfile::isFelt).toList();
    return new CeilingCurve(stretches(felt), points(felt));
  }

  /** One pass over beginnings and ends: what is in force between two of them is what counts. */
  private static List<CeilingInterval> stretches(List<ReductionProfile> outlines) {
    TreeMap<Long, List<ReductionProfile>> turns = turns(outlines);
    TreeMap<Integer, Integer> inForce = new TreeMap<>();
    List<CeilingInterval> stretches = new ArrayList<>();
    long from = 0;
    for (Map.Entry<Long, List<ReductionProfile>> turn : turns.entrySet()) {
      if (!inForce.isEmpty()) {
        append(stretches, new CeilingInterval(from, turn.getKey(), inForce.firstKey()));
      }
      from = turn.getKey();
      for (ReductionProfile outline : turn.getValue()) {
        count(inForce, outline.bps(), outline.start() == from ? 1 : -1);
      }
    }
    return List.copyOf(stretches);
  }

  private static TreeMap<Long, List<ReductionProfile>> turns(List<ReductionProfile> outlines) {
    TreeMap<Long, List<ReductionProfile>> turns = new TreeMap<>();
    for (ReductionProfile outline : outlines) {
      turns.computeIfAbsent(outline.start(), time -> new ArrayList<>()).add(outline);
      turns.computeIfAbsent(outline.end(), time -> new ArrayList<>()).add(outline);
    }
    return turns;
  }

  private static void append(List<CeilingInterval> stretches, CeilingInterval next) {
    CeilingInterval last = stretches.isEmpty() ? null : stretches.getLast();
    if (last != null && last.to() == next.from() && last.bps() == next.bps()) {
      stretches.removeLast();
      stretches.add(new CeilingInterval(last.from(), next.to(), next.bps()));
    } else {
      stretches.add(next);
    }
  }

  private static void count(TreeMap<Integer, Integer> inForce, int bps, int by) {
    inForce.merge(bps, by, Integer::sum);
    inForce.remove(bps, 0);
  }

  private static List<Point> points(List<ReductionProfile> outlines) {
    TreeSet<Long> corners = new TreeSet<>();
    for (ReductionProfile outline : outlines) {
      corners.addAll(List.of(outline.start(), outline.bottom(), outline.rise(), outline.end()));
    }
    List<ReductionProfile> waiting = new ArrayList<>(outlines);
    waiting.sort((a, b) -> Long.compare(a.start(), b.start()));
    List<ReductionProfile> near = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    int next = 0;
    for (long corner : corners) {
      while (next < waiting.size() && waiting.get(next).start() <= corner) {
        near.add(waiting.get(next++));
      }
      near.removeIf(outline -> outline.end() < corner);
      points.add(new Point(corner, lowest(near, corner)));
    }
    return List.copyOf(points);
  }

  private static int lowest(List<ReductionProfile> outlines, long time) {
    return outlines.stream()
        .mapToInt(outline -> outline.at(time))
        .min()
        .orElse(CeilingCalculator.FULL_BPS);
  }
}
