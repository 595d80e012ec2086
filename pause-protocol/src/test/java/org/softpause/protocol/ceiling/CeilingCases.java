package org.softpause.protocol.ceiling;

import static org.softpause.protocol.fixture.TestRegistry.LICENSED;
import static org.softpause.protocol.fixture.TestRegistry.NOW;
import static org.softpause.protocol.fixture.TestRegistry.PARAMETERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.softpause.protocol.ceiling.LicenceHistory.Renewal;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.fixture.TestSites;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.protocol.site.HardwareClass;
import org.softpause.protocol.site.SiteRecord;

/** The cases of the published vectors: boundaries made by hand, and others drawn from seeds. */
final class CeilingCases {
  private static final int RANDOM_CASES = 60;
  private static final SiteRecord TRAINING = TestSites.training();

  private CeilingCases() {}

  static List<CeilingCase> all() {
    List<CeilingCase> cases = new ArrayList<>(boundaries());
    cases.addAll(scopes());
    cases.addAll(moments());
    cases.addAll(licences());
    for (int seed = 0; seed < RANDOM_CASES; seed++) {
      cases.add(random(seed));
    }
    return cases;
  }

  private static PauseBuilder pause() {
    return new PauseBuilder().regions(List.of()).staggerSeconds(0).rampSeconds(7);
  }

  private static AnchoredPause anchored(PauseBuilder builder) {
    return anchored(builder.build());
  }

  private static AnchoredPause anchored(Pause pause) {
    return new AnchoredPause(pause.id(TestRegistry.DOMAIN), pause, NOW);
  }

  /** s = NOW + 5; a ramp of seven seconds divides nothing evenly. */
  private static List<CeilingCase> boundaries() {
    AnchoredPause plain = anchored(pause());
    AnchoredPause notYet = anchored(pause().effectiveAt(NOW + 100));
    return List.of(
        aroundEnds("every second of both ramps", TRAINING, plain),
        aroundEnds("effective after the lead", TRAINING, notYet),
        aroundEnds("staggered", TRAINING, anchored(pause().staggerSeconds(3))),
        aroundEnds(
            "the longest stagger",
            TRAINING,
            anchored(pause().staggerSeconds(86_400).expiresAt(NOW + 200_000))),
        aroundEnds("lifted before it began", TRAINING, notYet.liftedAt(NOW + 50)),
        aroundEnds("lifted in the way down", TRAINING, plain.liftedAt(NOW + 5 + 3)),
        aroundEnds(
            "lifted while staggered sites wait",
            TRAINING,
            anchored(pause().staggerSeconds(600)).liftedAt(NOW + 20)),
        aroundEnds("lifted at the floor", TRAINING, plain.liftedAt(NOW + 1_000)),
        aroundEnds("the lowest ceiling", TRAINING, anchored(pause().ceilingBps(100))),
        aroundEnds("the highest ceiling", TRAINING, anchored(pause().ceilingBps(9_999))),
        aroundEnds("no time at the floor", TRAINING, anchored(pause().expiresAt(NOW + 5 + 7))),
        aroundEnds(
            "a ramp of a day",
            TRAINING,
            anchored(pause().rampSeconds(86_400).expiresAt(NOW + 100_000))),
        aroundEnds(
            "the largest site",
            TestSites.site(276, HardwareClass.TRAINING, 100_000_000_000_000L, 100_000_000_000_000L),
            plain),
        aroundEnds(
            "the smallest peak", TestSites.site(276, HardwareClass.TRAINING, 1, 100), plain));
  }

  private static List<CeilingCase> scopes() {
    AnchoredPause training = anchored(pause().hardwareClasses(1));
    AnchoredPause large = anchored(pause().minPeakPflops(Pflops.of(20_000)));
    AnchoredPause largest = anchored(pause().minPeakPflops(new Pflops(-1)));
    AnchoredPause here = anchored(pause().regions(List.of(250, 276)));
    return List.of(
        atFloor(
            "exempt however wide the scope",
            TestSites.site(276, HardwareClass.TRAINING, 99, 99),
            training),
        atFloor("just not exempt", TestSites.site(276, HardwareClass.TRAINING, 100, 100), training),
        atFloor(
            "small, of a large cluster",
            TestSites.site(276, HardwareClass.TRAINING, 8, 20_000),
            large),
        atFloor("the cluster reaches the least peak", TRAINING, large),
        atFloor(
            "the cluster is just below the least peak",
            TestSites.site(276, HardwareClass.TRAINING, 19_999, 19_999),
            large),
        atFloor("a least peak beyond signed integers", TRAINING, largest),
        atFloor(
            "another class", TestSites.site(276, HardwareClass.INFERENCE, 4_000, 4_000), training),
        atFloor(
            "mixed, reached by any mask",
            TestSites.site(276, HardwareClass.MIXED, 4_000, 4_000),
            training),
        atFloor(
            "training, not reached by the mask of mixed",
            TRAINING,
            anchored(pause().hardwareClasses(4))),
        atFloor("another region", TestSites.site(840, HardwareClass.TRAINING, 4_000, 4_000), here),
        atFloor("a region of the scope", TRAINING, here),
        atFloor("a drill", TRAINING, anchored(pause().slot(10).drill(true))),
        atFloor("nothing decided", TRAINING),
        atFloor(
            "the lower of two",
            TRAINING,
            anchored(pause()),
            anchored(pause().slot(1).ceilingBps(300))));
  }

  /** Cases in which P and C differ, for an agent whose clock must not raise. */
  private static List<CeilingCase> moments() {
    AnchoredPause plain = anchored(pause().expiresAt(NOW + 1_000));
    long floor = NOW + 500;
    List<long[]> times =
        List.of(
            new long[] {floor, NOW + 2_000},
            new long[] {floor, NOW},
            new long[] {NOW, floor},
            new long[] {NOW, NOW + 999},
            new long[] {NOW, NOW + 1_001},
            new long[] {NOW + 1_003, NOW + 500},
            new long[] {NOW + 1_003, NOW + 1_004},
            new long[] {NOW + 1_007, NOW},
            new long[] {NOW, NOW + 8});
    return List.of(
        CeilingCase.reckoned(
            "a clock set past the end raises nothing", PARAMETERS, TRAINING, List.of(plain), times),
        CeilingCase.reckoned(
            "a lift raises once its time is proven",
            PARAMETERS,
            TRAINING,
            List.of(plain.liftedAt(NOW + 1_000)),
            times));
  }

  /** A licence of a week that lapses to 30 % within ten minutes, sites spread over a minute. */
  private static List<CeilingCase> licences() {
    long first = TestRegistry.DEPLOYED_AT + 604_800;
    Renewal late = new Renewal(first + 7_200, first + 604_800);
    return List.of(
        licensed("a licence that nobody renews", TRAINING),
        licensed("exempt from the licence", TestSites.site(276, HardwareClass.TRAINING, 99, 99)),
        licensed("renewed at the last second", TRAINING, new Renewal(first, first + 604_800)),
        licensed("renewed within the lead", TRAINING, new Renewal(first + 1_800, first + 9_000)),
        licensed("renewed in the way down", TRAINING, new Renewal(first + 2_000, first + 90_000)),
        licensed("renewed too late", TRAINING, late),
        licensed(
            "lapsed twice while the first is still felt",
            TRAINING,
            new Renewal(first + 7_200, first + 7_201),
            new Renewal(first + 7_201 + 1_900, first + 604_800)),
        licensed(
            "renewed after two years",
            TRAINING,
            new Renewal(first + 63_072_500, first + 63_080_000)));
  }

  private static CeilingCase licensed(String name, SiteRecord site, Renewal... renewals) {
    LicenceHistory history =
        new LicenceHistory(
            TestRegistry.genesis(LICENSED).head0(),
            TestRegistry.DEPLOYED_AT + 604_800,
            List.of(renewals));
    AnchoredPause pause = anchored(pause().ceilingBps(5_000));
    CeilingCase open =
        new CeilingCase(name, LICENSED, site, List.of(pause), Optional.of(history), List.of());
    List<long[]> times =
        open.lapses().stream().flatMap(terms -> around(site, terms).stream()).toList();
    return CeilingCase.reckoned(name, LICENSED, site, List.of(pause), Optional.of(history), times);
  }

  private static CeilingCase aroundEnds(String name, SiteRecord site, AnchoredPause entry) {
    return CeilingCase.reckoned(
        name, PARAMETERS, site, List.of(entry), around(site, entry, PARAMETERS));
  }

  private static CeilingCase atFloor(String name, SiteRecord site, AnchoredPause... entries) {
    return CeilingCase.reckoned(
        name, PARAMETERS, site, List.of(entries), List.of(new long[] {NOW + 100, NOW + 100}));
  }

  /** Each second around the four corners of a ramp down and up. */
  private static List<long[]> around(
      SiteRecord site, AnchoredPause entry, RegistryParameters parameters) {
    return around(site, Terms.of(parameters, entry));
  }

  private static List<long[]> around(SiteRecord site, Terms terms) {
    long start = ReferenceCeiling.start(site, terms).longValueExact();
    long end = ReferenceCeiling.end(site, terms).longValueExact();
    long ramp = terms.ramp().longValueExact();
    return LongStream.of(start, start + ramp / 2, start + ramp, end, end + ramp / 2, end + ramp)
        .flatMap(corner -> LongStream.rangeClosed(corner - 2, corner + 2))
        .distinct()
        .sorted()
        .mapToObj(time -> new long[] {time, time})
        .toList();
  }

  private static CeilingCase random(long seed) {
    Random random = new Random(seed);
    RegistryParameters parameters =
        new RegistryParameters(
            Pflops.of(random.nextLong(1, 5_000)),
            random.nextLong(0, 3_600),
            random.nextLong(1, 60),
            0,
            10_000,
            600,
            0);
    long cluster = random.nextLong(100, 50_000);
    SiteRecord site =
        TestSites.site(
            random.nextBoolean() ? 276 : 840,
            HardwareClass.of(1 << random.nextInt(3)),
            random.nextLong(1, cluster + 1),
            cluster);
    List<AnchoredPause> entries = new ArrayList<>();
    for (int slot = random.nextInt(1, 4); slot > 0; slot--) {
      entries.add(randomEntry(random, slot, parameters));
    }
    List<long[]> times = new ArrayList<>();
    for (AnchoredPause entry : entries) {
      around(site, entry, parameters).stream()
          .filter(t -> random.nextInt(6) == 0)
          .forEach(times::add);
    }
    times.add(new long[] {NOW + random.nextLong(100_000), NOW + random.nextLong(100_000)});
    return CeilingCase.reckoned("seed " + seed, parameters, site, entries, times);
  }

  private static AnchoredPause randomEntry(Random random, int slot, RegistryParameters parameters) {
    long ramp = random.nextLong(parameters.minRampSeconds(), 5_000);
    long effectiveAt = NOW + random.nextLong(-1_000, 10_000);
    Pause pause =
        new PauseBuilder()
            .slot(slot)
            .ceilingBps(random.nextInt(100, 10_000))
            .effectiveAt(effectiveAt)
            .expiresAt(Math.max(effectiveAt, NOW + 3_600) + ramp + random.nextLong(50_000))
            .rampSeconds(ramp)
            .staggerSeconds(random.nextLong(5_000))
            .regions(random.nextBoolean() ? List.of() : List.of(276))
            .hardwareClasses(random.nextInt(1, 8))
            .minPeakPflops(Pflops.of(random.nextLong(100, 20_000)))
            .build();
    AnchoredPause entry = anchored(pause);
    return random.nextBoolean() ? entry : entry.liftedAt(NOW + random.nextLong(1, 60_000));
  }
}
