package org.softpause.agent.world;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.token.Attestation;
import org.softpause.protocol.token.PendingCertificate;
import org.softpause.protocol.token.TokenIssuer;
import org.softpause.protocol.token.TokenKey;

/** The token service. It is honest unless a test makes it lie. */
public final class SimulatedService implements AutoCloseable {
  private final SimulatedRegistry registry;
  private final MutableClock clock;
  private final TokenKey key;
  private final LoopbackServer server = new LoopbackServer(this::answer);

  private long finalised = SimulatedRegistry.DEPLOYED_AT;
  private long from;
  private List<PendingCertificate> pending = new ArrayList<>();
  private UnaryOperator<Attestation> lie = UnaryOperator.identity();
  private Optional<byte[]> replaced = Optional.empty();
  private boolean flooding;
  private int pages;
  private boolean away;
  private boolean withoutPages;

  SimulatedService(SimulatedRegistry registry, MutableClock clock, SecureRandom random) {
    this.registry = registry;
    this.clock = clock;
    this.key = TokenKey.generate(random);
  }

  public URI address() {
    return server.address();
  }

  public PublicIdentity publicIdentity() {
    return key.publicIdentity();
  }

  public synchronized void finalise(long time) {
    finalised = time;
  }

  /** Makes tokens carry only the entries after this sequence. */
  public synchronized void carryOnlyAfter(long sequence) {
    from = sequence;
  }

  public synchronized void show(PendingCertificate... shown) {
    pending = List.of(shown);
  }

  /** Makes the service sign something other than the truth. */
  public synchronized void lie(UnaryOperator<Attestation> changed) {
    lie = changed;
  }

  /** Makes the service hand out these bytes as a token. */
  public synchronized void handOut(byte[] token) {
    replaced = Optional.of(token.clone());
  }

  /** Makes the service tell the truth from now on. */
  public synchronized void beHonest() {
    lie = UnaryOperator.identity();
    replaced = Optional.empty();
    pending = List.of();
  }

  public synchronized void goAway(boolean now) {
    away = now;
  }

  public synchronized void losePages(boolean now) {
    withoutPages = now;
  }

  /** What an honest service attests now. */
  public synchronized Attestation truth() {
    int length = registry.lengthAt(finalised);
    long start = Math.min(from, length);
    return new Attestation(
        registry.deployment().domain(),
        length,
        registry.log().heads().get(length),
        SimulatedRegistry.blockAt(finalised),
        start,
        registry.entries(start, length),
        pending,
        Optional.empty());
  }

  /** A token issued now with this attestation. */
  public String sign(Attestation attestation) {
    return new TokenIssuer(key, "softpause-test", Duration.ofMinutes(5))
        .issue(attestation, clock.seconds());
  }

  private synchronized LoopbackServer.Answer answer(URI path, byte[] body) {
    if (away) {
      return new LoopbackServer.Answer(503, new byte[0]);
    }
    if (path.getPath().equals("/v1/tokens/latest")) {
      return new LoopbackServer.Answer(
          200, replaced.orElseGet(() -> sign(lie.apply(truth())).getBytes(US_ASCII)));
    }
    if (path.getPath().equals("/v1/log") && !withoutPages) {
      return new LoopbackServer.Answer(200, page(path.getQuery()));
    }
    return new LoopbackServer.Answer(404, new byte[0]);
  }

  /** Makes the service answer pages of entries that nobody signed, up to two hundred of them. */
  public synchronized void floodPages() {
    flooding = true;
  }

  /** How many pages of the log the service was asked for. */
  public synchronized int pagesAskedFor() {
    return pages;
  }

  /** A page of entries that follow, each under the certificate of the first entry. */
  private byte[] forgedPage(long after) {
    List<LogEntry> entries = new ArrayList<>();
    LogEntry first = registry.entries(0, 1).getFirst();
    for (int i = 1; i <= 100 && pages <= 200; i++) {
      entries.add(new LogEntry(after + i, first.anchoredAt(), first.certificate()));
    }
    return CanonicalJson.encode(
        new ObjectWriter().array("entries", entries, SimulatedService::around).toJson());
  }

  /** A page holds two entries, so that every agent that lags has to page. */
  private byte[] page(String query) {
    long after = Long.parseLong(query.replaceFirst("after=([0-9]+)&.*", "$1"));
    pages++;
    if (flooding) {
      return forgedPage(after);
    }
    int length = registry.lengthAt(finalised);
    int end = (int) Math.min(length, after + 2);
    List<LogEntry> entries = after >= length ? List.of() : registry.entries(after, end);
    return CanonicalJson.encode(
        new ObjectWriter().array("entries", entries, SimulatedService::around).toJson());
  }

  private static JsonObject around(LogEntry entry) {
    return new ObjectWriter().json("entry", entry.toJson()).number("gasUsed", 61_000).toJson();
  }

  @Override
  public void close() {
    server.close();
  }
}
