package org.softpause.auditor.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.softpause.protocol.ceiling.CeilingReckoning;

/**
 * The ceiling over time where certain reductions reach: in steps for reading, in points for
 * drawing.
 *
 * @param stretches ascending, below 100 % only; none where nothing was ever felt
 * @param points ascending by time, joined by straight lines, 100 % outside
 */
public record Course(List<Stretch> stretches, List<Point> points) {
  /** Unix seconds and basis points. */
  public record Point(long time, int bps) {}

  static Course of(List<Outline> outlines) {
    List<Outline> felt = outlines.stream().filter(Outline::isFelt).toList();
    return new Course(stretches(felt), points(felt));
  }

  /** One pass over beginnings and ends: what is in force between two of them is what counts. */
  private static List<Stretch> stretches(List<Outline> outlines) {
    TreeMap<Long, List<Outline>> turns = turns(outlines);
    TreeMap<Integer, Integer> inForce = new TreeMap<>();
    List<Stretch> stretches = new ArrayList<>();
    long from = 0;
    for (Map.Entry<Long, List<Outline>> turn : turns.entrySet()) {
      if (!inForce.isEmpty()) {
        append(stretches, new Stretch(from, turn.getKey(), inForce.firstKey()));
      }
      from = turn.getKey();
      for (Outline outline : turn.getValue()) {
        count(inForce, outline.bps(), outline.start() == from ? 1 : -1);
      }
    }
    return List.copyOf(stretches);
  }

  private static TreeMap<Long, List<Outline>> turns(List<Outline> outlines) {
    TreeMap<Long, List<Outline>> turns = new TreeMap<>();
    for (Outline outline : outlines) {
      turns.computeIfAbsent(outline.start(), time -> new ArrayList<>()).add(outline);
      turns.computeIfAbsent(outline.end(), time -> new ArrayList<>()).add(outline);
    }
    return turns;
  }

  private static void append(List<Stretch> stretches, Stretch next) {
    Stretch last = stretches.isEmpty() ? null : stretches.getLast();
    if (last != null && last.to() == next.from() && last.bps() == next.bps()) {
      stretches.removeLast();
      stretches.add(new Stretch(last.from(), next.to(), next.bps()));
    } else {
      stretches.add(next);
    }
  }

  private static void count(TreeMap<Integer, Integer> inForce, int bps, int by) {
    inForce.merge(bps, by, Integer::sum);
    inForce.remove(bps, 0);
  }

  private static List<Point> points(List<Outline> outlines) {
    TreeSet<Long> corners = new TreeSet<>();
    for (Outline outline : outlines) {
      corners.addAll(List.of(outline.start(), outline.bottom(), outline.rise(), outline.end()));
    }
    List<Outline> waiting = new ArrayList<>(outlines);
    waiting.sort((a, b) -> Long.compare(a.start(), b.start()));
    List<Outline> near = new ArrayList<>();
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

  private static int lowest(List<Outline> outlines, long time) {
    return outlines.stream()
        .mapToInt(outline -> outline.at(time))
        .min()
        .orElse(CeilingReckoning.FULL_BPS);
  }
}
