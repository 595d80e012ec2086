package org.softpause.signer.world;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.Aggregation;
import org.softpause.frost.Identifier;
import org.softpause.frost.Signature;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningPackage;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.document.RepairCompletion;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.PackageHash;
import org.softpause.protocol.decision.Proposal;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.signer.world.TestHttpServer.Answer;

/** The service's stand-in: enough of its REST interface for five signers to do their work. */
public final class TestService implements AutoCloseable {
  private static final int PAGE = 4;
  private static final Pattern CEREMONY = Pattern.compile("/v1/ceremonies/(0x[0-9a-f]{64})(.*)");
  private static final Pattern DECISION = Pattern.compile("/v1/decisions/(0x[0-9a-f]{64})(.*)");
  private static final int MAX = 1 << 20;

  private final TestHttpServer board = new TestHttpServer(this::answer);
  private final List<JsonObject> jurisdictions = new ArrayList<>();
  private final Map<Bytes32, Ceremony> ceremonies = new LinkedHashMap<>();
  private final Map<Bytes32, Table> decisions = new LinkedHashMap<>();
  private final Map<Identifier, Jws> newest = new TreeMap<>();
  private final Map<Identifier, Long> numbers = new TreeMap<>();
  private final List<String> received = new ArrayList<>();
  private final List<JsonObject> log = new ArrayList<>();
  private @Nullable Deployment deployment;
  private @Nullable Bytes32 seated;
  private Function<String, @Nullable Answer> failure = request -> null;

  /** One decision with what has been handed in for it. */
  private static final class Table {
    private final Jws proposal;
    private final byte[] reasons;
    private final List<Jws> ballots = new ArrayList<>();
    private final SortedMap<Identifier, SignatureShare> shares = new TreeMap<>();
    private final List<Jws> shareDocuments = new ArrayList<>();

    Table(Jws proposal, byte[] reasons) {
      this.proposal = proposal;
      this.reasons = reasons;
    }
  }

  public TestService() throws IOException {}

  public URI address() {
    return board.address();
  }

  public synchronized void deploy(Deployment made) {
    deployment = made;
  }

  /** What such a "METHOD path" asks is answered with status 503 from now on. */
  public synchronized void breakDown(Predicate<String> requests) {
    failure = request -> requests.test(request) ? new Answer(503, "") : null;
  }

  /** Likewise, with a problem of status 403. */
  public synchronized void refuse(Predicate<String> requests) {
    failure = request -> requests.test(request) ? Answer.problem(403, "forbidden") : null;
  }

  /** The ballots that have arrived. */
  public synchronized List<Jws> ballots(Bytes32 id) {
    return List.copyOf(table(id).ballots);
  }

  public synchronized Ceremony onlyCeremony() {
    return ceremonies.values().iterator().next();
  }

  /** The roster that the first ceremony has made. */
  public synchronized Roster foundedRoster() {
    return onlyCeremony().roster().orElseThrow();
  }

  /** The committee that this ceremony made signs from now on, in place of the first. */
  public synchronized void seat(Bytes32 ceremony) {
    seated = ceremony;
    newest.clear();
    numbers.clear();
  }

  /** A ceremony or a repair as the board has it. */
  public synchronized Ceremony ceremony(Bytes32 id) {
    return Objects.requireNonNull(ceremonies.get(id));
  }

  /** What a ceremony has made. */
  public synchronized Roster roster(Bytes32 ceremony) {
    return Objects.requireNonNull(ceremonies.get(ceremony)).roster().orElseThrow();
  }

  /** What somebody has proposed. */
  public synchronized Decision proposed(Bytes32 id) {
    return read(table(id).proposal, Proposal::read).decision();
  }

  /** The registry has taken a decision that is signed; what it is as the next entry of the log. */
  public synchronized LogEntry anchor(Bytes32 id, long at) {
    Eip712Domain domain = Objects.requireNonNull(deployment).domain();
    Certificate certificate =
        new Certificate(domain, proposed(id), List.of(signature(id).orElseThrow()));
    LogEntry entry = new LogEntry(log.size() + 1L, at, certificate);
    log.add(new ObjectWriter().json("entry", entry.toJson()).toJson());
    return entry;
  }

  /** The group's signature over a decision, once t shares are in. */
  public synchronized Optional<Signature> signature(Bytes32 id) {
    Table table = table(id);
    List<Jws> approvals = approvals(table);
    Roster roster = roster();
    if (table.shares.size() < roster.minSigners()) {
      return Optional.empty();
    }
    SigningPackage signed = SigningPackage.of(points(approvals), id.bytes());
    return Optional.of(Aggregation.aggregate(signed, table.shares, roster.publicKeys()));
  }

  /** Everything that was ever sent here, signed documents decoded. */
  public synchronized List<String> received() {
    return List.copyOf(received);
  }

  private synchronized Answer answer(String method, String path, byte[] body) {
    received.add(path);
    received.add(new String(body, StandardCharsets.UTF_8));
    boolean posts = method.equals("POST");
    Answer failed = failure.apply(method + " " + path);
    if (failed != null) {
      return failed;
    }
    Matcher ceremony = CEREMONY.matcher(path);
    Matcher decision = DECISION.matcher(path);
    if (path.equals("/v1/jurisdictions")) {
      return posts ? register(jws(body, "registration")) : list("jurisdictions", jurisdictions);
    }
    if (path.equals("/v1/sites")) {
      return Answer.created();
    }
    if (path.equals("/v1/ceremonies")) {
      Ceremony proposed = Ceremony.propose(jws(body, "plan"));
      ceremonies.put(proposed.id(), proposed);
      return Answer.created();
    }
    if (ceremony.matches()) {
      return ceremony(Bytes32.parse(ceremony.group(1)), ceremony.group(2), posts, body);
    }
    if (path.equals("/v1/registry") && deployment != null) {
      return Answer.of(deployment.toJson());
    }
    if (path.endsWith("/commitments")) {
      return commitments();
    }
    if (path.startsWith("/v1/log?after=")) {
      int after = Integer.parseInt(path.substring(path.indexOf('=') + 1, path.indexOf('&')));
      return list("entries", log.subList(Math.min(after, log.size()), log.size()));
    }
    if (path.startsWith("/v1/decisions?")) {
      return list(
          "decisions",
          decisions.keySet().stream()
              .map(id -> new ObjectWriter().bytes32("id", id).toJson())
              .toList());
    }
    if (path.equals("/v1/decisions")) {
      return propose(body);
    }
    return decision.matches()
        ? decision(Bytes32.parse(decision.group(1)), decision.group(2), posts, body)
        : Answer.problem(404, "not-found");
  }

  private Answer register(Jws registration) {
    JsonObject claim = registration.unverified().document();
    jurisdictions.add(
        new ObjectWriter()
            .json("name", Objects.requireNonNull(claim.members().get("name")))
            .json("jwk", Objects.requireNonNull(claim.members().get("jwk")))
            .toJson());
    return Answer.created();
  }

  private Answer ceremony(Bytes32 id, String rest, boolean posts, byte[] body) {
    Ceremony now = ceremonies.get(id);
    if (now == null) {
      return Answer.problem(404, "not-found");
    }
    if (posts) {
      Jws message = jws(body, "message");
      ceremonies.put(id, now.accept(message));
      if (message.unverified().type().equals(RepairCompletion.TYPE)) {
        RepairCompletion repaired = read(message, RepairCompletion::read);
        note(repaired.identifier(), repaired.number(), message);
      }
      return Answer.created();
    }
    List<String> all = now.messages().stream().map(Jws::compact).toList();
    int from = Integer.parseInt(rest.substring("/messages?after=".length()));
    return Answer.of(
        new ObjectWriter()
            .number("count", all.size())
            .texts("messages", all.subList(from, Math.min(from + PAGE, all.size())))
            .toJson());
  }

  private Answer propose(byte[] body) {
    Jws proposal = jws(body, "proposal");
    Bytes32 id = proposal.unverified().read(Proposal.TYPE, Proposal::read).id();
    decisions.put(id, new Table(proposal, Base64.getUrlDecoder().decode(text(body, "reasons"))));
    return Answer.of(new ObjectWriter().bytes32("id", id).toJson());
  }

  private Answer decision(Bytes32 id, String rest, boolean posts, byte[] body) {
    Table table = decisions.get(id);
    if (table == null) {
      return Answer.problem(404, "not-found");
    }
    if (rest.equals("/ballots") && posts) {
      Jws ballot = jws(body, "ballot");
      table.ballots.add(ballot);
      note(ballot);
      return Answer.created();
    }
    if (rest.equals("/signature-shares")) {
      note(jws(body, "share"));
      ShareDocument share = read(jws(body, "share"), ShareDocument::read);
      table.shares.put(share.signer(), share.share());
      table.shareDocuments.add(jws(body, "share"));
      return Answer.created();
    }
    if (rest.startsWith("/signing-package")) {
      return signingPackage(id, table, rest);
    }
    return switch (rest) {
      case "" -> Answer.of(view(id, table));
      case "/ballots" ->
          Answer.of(new ObjectWriter().texts("ballots", compact(table.ballots)).toJson());
      case "/reasons" -> new Answer(200, new String(table.reasons, StandardCharsets.UTF_8));
      default -> Answer.problem(404, "not-found");
    };
  }

  private void note(Jws document) {
    if (document.unverified().type().equals(ShareDocument.TYPE)) {
      ShareDocument share = read(document, ShareDocument::read);
      note(share.signer(), share.next().number(), document);
    } else if (read(document, Ballot::read).choice() instanceof Ballot.Approve approve) {
      note(read(document, Ballot::read).voter(), approve.commitment().number(), document);
    }
  }

  private void note(Identifier member, long number, Jws document) {
    received.add(document.unverified().document().toString());
    if (number > numbers.getOrDefault(member, 0L)) {
      numbers.put(member, number);
      newest.put(member, document);
    }
  }

  private Answer commitments() {
    return list(
        "commitments",
        newest.entrySet().stream()
            .map(
                one ->
                    new ObjectWriter()
                        .number("identifier", one.getKey().value())
                        .number("number", numbers.getOrDefault(one.getKey(), 0L))
                        .text("document", one.getValue().compact())
                        .toJson())
            .toList());
  }

  private static JsonObject view(Bytes32 id, Table table) {
    return new ObjectWriter()
        .bytes32("id", id)
        .text("state", "PROPOSED")
        .text("proposal", table.proposal.compact())
        .json("reasons", new ObjectWriter().text("type", "text/markdown").toJson())
        .toJson();
  }

  private Answer signingPackage(Bytes32 id, Table table, String rest) {
    List<Jws> approvals = approvals(table);
    Roster roster = roster();
    if (table.shares.size() >= roster.minSigners()) {
      return Answer.problem(410, "signing-closed");
    }
    if (approvals.size() < roster.minSigners() || !isAwaited(asking(rest), approvals, table)) {
      return Answer.problem(404, "no-signing-package");
    }
    Bytes32 hash = PackageHash.of(roster.hash(), roster.groupKey(), id, points(approvals));
    return Answer.of(new SigningPackageDocument(id, roster.hash(), hash, approvals).toJson());
  }

  private static Identifier asking(String rest) {
    return new Identifier(Integer.parseInt(rest.substring(rest.lastIndexOf('=') + 1)));
  }

  private static boolean isAwaited(Identifier member, List<Jws> approvals, Table table) {
    return points(approvals).containsKey(member) && !table.shares.containsKey(member);
  }

  /** As if the database had lost them; gives back what they were. */
  public synchronized List<Jws> forgetShares(Bytes32 id) {
    Table table = table(id);
    List<Jws> before = List.copyOf(table.shareDocuments);
    table.shares.clear();
    table.shareDocuments.clear();
    return before;
  }

  private Table table(Bytes32 id) {
    return Objects.requireNonNull(decisions.get(id));
  }

  /** The first t of them. */
  private List<Jws> approvals(Table table) {
    return table.ballots.stream()
        .filter(jws -> read(jws, Ballot::read).choice() instanceof Ballot.Approve)
        .limit(roster().minSigners())
        .toList();
  }

  private static SortedMap<Identifier, SigningCommitments> points(List<Jws> approvals) {
    SortedMap<Identifier, SigningCommitments> points = new TreeMap<>();
    for (Jws jws : approvals) {
      Ballot ballot = read(jws, Ballot::read);
      points.put(ballot.voter(), ((Ballot.Approve) ballot.choice()).commitment().commitments());
    }
    return points;
  }

  private Roster roster() {
    return seated == null ? foundedRoster() : roster(seated);
  }

  private static <T> T read(Jws jws, Function<ObjectReader, T> codec) {
    return ObjectReader.read(jws.unverified().document(), codec);
  }

  private static List<String> compact(List<Jws> all) {
    return all.stream().map(Jws::compact).toList();
  }

  private static Jws jws(byte[] body, String name) {
    return Jws.parse(text(body, name));
  }

  private static String text(byte[] body, String name) {
    Json value = ((JsonObject) StrictJson.parse(body, MAX)).members().get(name);
    return ((JsonString) Objects.requireNonNull(value)).value();
  }

  private static Answer list(String name, List<JsonObject> all) {
    return Answer.of(new ObjectWriter().array(name, all, each -> each).toJson());
  }

  @Override
  public void close() {
    board.close();
  }
}
