package org.softpause.agent.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.site.SitePower;

/**
 * The ceilings that a site plans to follow, minute by minute, so that the power grid is told of a
 * drop of load before it comes (protocol "Sites and their ceiling").
 *
 * @param from the time of the first point, Unix seconds; before the first step
 * @param ceilingBps the ceilings in basis points at {@code from}, a minute later, and so on
 * @param power the site's load, which gives the kilowatts
 */
public record PlannedCurve(long from, List<Integer> ceilingBps, SitePower power) {
  /** A day of minutes and the point at its end; the longest ramp of a pause fits in. */
  static final int MOST_POINTS = 24 * 60 + 1;

  private static final long STEP_SECONDS = 60;

  /** So many points at most stand in a log line. */
  private static final int MOST_TOLD = 60;

  public PlannedCurve {
    ceilingBps = List.copyOf(ceilingBps);
    if (ceilingBps.size() < 2 || ceilingBps.size() > MOST_POINTS) {
      throw new IllegalArgumentException("a curve has 2.." + MOST_POINTS + " points");
    }
  }

  /** The ceiling that a target function gives at a time in Unix seconds, in basis points. */
  interface Target {
    int at(long time);
  }

  /**
   * Follows a target from a level on, within the limits on steps, for a day at most. What stays the
   * same at the end is left out.
   *
   * @return empty if the level never changes
   */
  static Optional<PlannedCurve> follow(Target target, int level, long from, SlewLimit slew) {
    List<Integer> points = new ArrayList<>(List.of(level));
    int last = 0;
    for (int i = 1; i < MOST_POINTS; i++) {
      int before = points.getLast();
      points.add(slew.inMinute(before, target.at(from + i * STEP_SECONDS)));
      if (points.getLast() != before) {
        last = i;
      }
    }
    return last == 0
        ? Optional.empty()
        : Optional.of(new PlannedCurve(from, points.subList(0, last + 1), slew.power()));
  }

  /** When the last planned change is done, Unix seconds. */
  public long until() {
    return from + (ceilingBps.size() - 1) * STEP_SECONDS;
  }

  private List<Integer> kilowatts() {
    return ceilingBps.stream().map(bps -> Math.toIntExact(power.kilowatts(bps))).toList();
  }

  /** The whole curve, for monitors. */
  public JsonObject toJson() {
    return new ObjectWriter()
        .text("from", OperatorFormat.time(from))
        .number("stepSeconds", STEP_SECONDS)
        .numbers("ceilingBps", ceilingBps)
        .numbers("kilowatts", kilowatts())
        .toJson();
  }

  /** Tells the curve in one line; of a long one every so many minutes, and its end. */
  public String describe() {
    int step = Math.ceilDiv(ceilingBps.size(), MOST_TOLD);
    List<String> points =
        IntStream.range(0, ceilingBps.size())
            .filter(i -> i % step == 0 || i == ceilingBps.size() - 1)
            .mapToObj(
                i ->
                    "+%d min %s %d kW"
                        .formatted(
                            i,
                            OperatorFormat.percent(ceilingBps.get(i)),
                            power.kilowatts(ceilingBps.get(i))))
            .toList();
    return "from %s to %s: %s"
        .formatted(
            OperatorFormat.time(from), OperatorFormat.time(until()), String.join(", ", points));
  }
}
