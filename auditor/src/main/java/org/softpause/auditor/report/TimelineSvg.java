package org.softpause.auditor.report;

import java.util.Locale;
import java.util.stream.LongStream;
import org.softpause.auditor.history.CeilingCurve;
import org.softpause.auditor.history.CeilingTimeline;
import org.softpause.auditor.words.DecisionWords;
import org.softpause.auditor.words.HumanFormat;
import org.softpause.protocol.ceiling.CeilingCalculator;

/** Draws the timeline as inline SVG: one lane below the other on a common time axis. */
final class TimelineSvg {
  private static final int WIDTH = 1_000;
  private static final int LANE = 110;
  private static final int PLOT = 70;
  private static final int TOP = 24;

  private final CeilingTimeline timeline;
  private final DecisionWords words;
  private final long from;
  private final long to;

  TimelineSvg(CeilingTimeline timeline, DecisionWords words) {
    this.timeline = timeline;
    this.words = words;
    this.from = times().min().orElse(0);
    this.to = Math.max(times().max().orElse(1), from + 1);
  }

  private LongStream times() {
    return timeline.lanes().stream()
        .flatMap(lane -> lane.curve().points().stream())
        .mapToLong(CeilingCurve.Point::time);
  }

  void into(HtmlBuilder page) {
    int height = LANE * timeline.lanes().size() + 20;
    page.raw(
        "<svg viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\" aria-label=\"Ceilings\">");
    for (int i = 0; i < timeline.lanes().size(); i++) {
      lane(page, timeline.lanes().get(i), LANE * i);
    }
    label(page, 0, height - 4, "start", HumanFormat.utc(from) + " UTC");
    label(page, WIDTH, height - 4, "end", HumanFormat.utc(to) + " UTC");
    page.raw("</svg>");
  }

  private void lane(HtmlBuilder page, CeilingTimeline.Lane lane, int top) {
    String name = DecisionWords.classes(lane.classes()) + ": " + words.regions(lane);
    label(page, 0, top + TOP - 8, "start", name);
    int base = top + TOP + PLOT;
    String full = y(top, CeilingCalculator.FULL_BPS);
    StringBuilder path = new StringBuilder("M 0 " + full);
    for (CeilingCurve.Point point : lane.curve().points()) {
      path.append(String.format(Locale.ROOT, " L %.2f %s", x(point.time()), y(top, point.bps())));
    }
    path.append(" L " + WIDTH + " " + full);
    page.raw("<path class=\"area\" d=\"" + path + " V " + base + " H 0 Z\"/>");
    page.raw("<path class=\"line\" d=\"" + path + "\"/>");
    page.raw("<path class=\"axis\" d=\"M 0 " + base + " H " + WIDTH + "\"/>");
  }

  private double x(long time) {
    return (double) WIDTH * (time - from) / (to - from);
  }

  private static String y(int top, int bps) {
    double y = top + TOP + PLOT - (double) PLOT * bps / CeilingCalculator.FULL_BPS;
    return String.format(Locale.ROOT, "%.2f", y);
  }

  private static void label(HtmlBuilder page, int x, int y, String anchor, String text) {
    page.element("text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\"", text);
  }
}
