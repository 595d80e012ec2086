package org.softpause.protocol.ceiling;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.softpause.protocol.decision.DecisionJson;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.CeilingReduction;
import org.softpause.protocol.registry.Lapse;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.protocol.site.SiteRecord;

/**
 * One case of the published vectors: a site, pauses, and the ceilings at some moments.
 *
 * @param licence the licence's history, if the registry has a licence
 */
record CeilingCase(
    String name,
    RegistryParameters parameters,
    SiteRecord site,
    List<AnchoredPause> pauses,
    Optional<LicenceHistory> licence,
    List<Moment> moments) {

  /** Gives a time t as proven = clock = t, for an agent that trusts it. */
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

  /** Fills in the ceilings that the reference computes. */
  static CeilingCase reckoned(
      String name,
      RegistryParameters parameters,
      SiteRecord site,
      List<AnchoredPause> pauses,
      List<long[]> times) {
    return reckoned(name, parameters, site, pauses, Optional.empty(), times);
  }

  static CeilingCase reckoned(
      String name,
      RegistryParameters parameters,
      SiteRecord site,
      List<AnchoredPause> pauses,
      Optional<LicenceHistory> licence,
      List<long[]> times) {
    CeilingCase open = new CeilingCase(name, parameters, site, pauses, licence, List.of());
    List<Moment> moments = times.stream().map(pair -> open.moment(pair[0], pair[1])).toList();
    return new CeilingCase(name, parameters, site, pauses, licence, moments);
  }

  /** The reductions that the product's calculator takes. */
  List<CeilingReduction> reductions() {
    List<CeilingReduction> all = new ArrayList<>(pauses);
    licence.ifPresent(
        history ->
            history
                .missed()
                .forEach(
                    missed ->
                        all.add(
                            Lapse.of(
                                history.head0(),
                                parameters,
                                missed.operatingUntil(),
                                missed.liftedAt()))));
    return all;
  }

  List<Terms> lapses() {
    return licence.stream()
        .flatMap(
            history ->
                history.missed().stream().map(one -> Terms.of(parameters, history.head0(), one)))
        .toList();
  }

  private Moment moment(long proven, long clock) {
    Stream<BigInteger> ofPauses =
        pauses.stream()
            .map(
                entry ->
                    ReferenceCeiling.ceiling(
                        parameters,
                        site,
                        entry,
                        ReferenceCeiling.worstMoment(
                            site, Terms.of(parameters, entry), proven, clock)));
    Stream<BigInteger> ofLapses =
        lapses().stream()
            .map(
                terms ->
                    ReferenceCeiling.ceiling(
                        parameters,
                        site,
                        terms,
                        ReferenceCeiling.worstMoment(site, terms, proven, clock)));
    BigInteger least =
        Stream.concat(ofPauses, ofLapses).reduce(BigInteger.valueOf(10_000), BigInteger::min);
    long allowed = ReferenceCeiling.allowed(site, least).longValueExact();
    return new Moment(proven, clock, least.intValueExact(), allowed);
  }

  static CeilingCase read(ObjectReader in) {
    CeilingCase read =
        new CeilingCase(
            in.text("name", 200),
            in.object("parameters", RegistryParameters::read),
            in.object("site", SiteRecord::read),
            in.objects("pauses", CeilingCase::readPause),
            in.has("licence")
                ? Optional.of(in.object("licence", LicenceHistory::read))
                : Optional.empty(),
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
    ObjectWriter out =
        new ObjectWriter()
            .text("name", name)
            .json("parameters", parameters.toJson())
            .json("site", site.toJson())
            .bytes32("siteId", site.siteId())
            .array("pauses", pauses, CeilingCase::writePause)
            .array("moments", moments, Moment::toJson);
    licence.ifPresent(history -> out.json("licence", history.toJson()));
    return out.toJson();
  }

  /** Names the tests. */
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
