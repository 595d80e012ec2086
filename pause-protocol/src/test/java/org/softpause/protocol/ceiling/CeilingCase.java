package org.softpause.protocol.ceiling;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.softpause.protocol.decision.DecisionJson;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.Parameters;
import org.softpause.protocol.site.SiteRecord;

/** One case of the published vectors: a site, pauses, and the ceilings at some moments. */
record CeilingCase(
    String name,
    Parameters parameters,
    SiteRecord site,
    List<AnchoredPause> pauses,
    List<Moment> moments) {

  /** A time t is given as proven = clock = t where an agent trusts it. */
  record Moment(long proven, long clock, int ceilingBps, long allowedPflops) {
    static Moment read(ObjectReader in) {
      return new Moment(
          in.number("proven", 0, 1L << 50),
          in.number("clock", 0, 1L << 50),
          in.small("ceilingBps", 0, 10_000),
          in.uint64("allowedPflops"));
    }

    JsonObject toJson() {
      return new ObjectWriter()
          .number("proven", proven)
          .number("clock", clock)
          .number("ceilingBps", ceilingBps)
          .uint64("allowedPflops", allowedPflops)
          .toJson();
    }
  }

  /** With the ceilings that the reference reckons. */
  static CeilingCase reckoned(
      String name,
      Parameters parameters,
      SiteRecord site,
      List<AnchoredPause> pauses,
      List<long[]> times) {
    List<Moment> moments =
        times.stream().map(pair -> moment(parameters, site, pauses, pair[0], pair[1])).toList();
    return new CeilingCase(name, parameters, site, pauses, moments);
  }

  private static Moment moment(
      Parameters parameters, SiteRecord site, List<AnchoredPause> pauses, long proven, long clock) {
    Function<AnchoredPause, BigInteger> ceiling =
        entry ->
            ReferenceCeiling.ceiling(
                parameters, site, entry, ReferenceCeiling.worstMoment(site, entry, proven, clock));
    BigInteger least =
        pauses.stream().map(ceiling).reduce(BigInteger.valueOf(10_000), BigInteger::min);
    long allowed = ReferenceCeiling.allowed(site, least).longValueExact();
    return new Moment(proven, clock, least.intValueExact(), allowed);
  }

  static CeilingCase read(ObjectReader in) {
    CeilingCase read =
        new CeilingCase(
            in.text("name", 200),
            in.object("parameters", Parameters::read),
            in.object("site", SiteRecord::read),
            in.objects("pauses", CeilingCase::readPause),
            in.objects("moments", Moment::read));
    if (!in.bytes32("siteId").equals(read.site.siteId())) {
      throw new IllegalStateException("siteId of " + read.name);
    }
    return read;
  }

  private static AnchoredPause readPause(ObjectReader in) {
    return new AnchoredPause(
        in.bytes32("id"),
        (Pause) in.object("decision", DecisionJson::read),
        in.number("anchoredAt", 0, AnchoredPause.NEVER),
        in.number("liftedAt", 0, AnchoredPause.NEVER));
  }

  JsonObject toJson() {
    return new ObjectWriter()
        .text("name", name)
        .json("parameters", parameters.toJson())
        .json("site", site.toJson())
        .bytes32("siteId", site.siteId())
        .array("pauses", pauses, CeilingCase::writePause)
        .array("moments", moments, Moment::toJson)
        .toJson();
  }

  /** For the names of tests. */
  @Override
  public String toString() {
    return name;
  }

  private static JsonObject writePause(AnchoredPause entry) {
    return new ObjectWriter()
        .bytes32("id", entry.id())
        .json("decision", DecisionJson.write(entry.pause()))
        .number("anchoredAt", entry.anchoredAt())
        .number("liftedAt", entry.liftedAt())
        .toJson();
  }
}
