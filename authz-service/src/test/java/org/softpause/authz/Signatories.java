package org.softpause.authz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.RoundOne;
import org.softpause.frost.RoundTwo;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.SigningPackage;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.decision.Proposal;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestMember;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;
import tools.jackson.databind.JsonNode;

/** The members of one committee, in memory, who talk to a service as their programs would. */
public final class Signatories {
  private static final String REASONS = "The reasons.";

  private final TestCeremony committee;
  private final SecureRandom random;
  private final Map<String, SigningNonces> nonces = new HashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private HttpCaller service;
  private long epoch;

  /** Enrols all five. */
  public Signatories(long seed, RunningService service) {
    this(TestCeremony.threeOfFive(seed), seed, service);
  }

  /** Enrols the members of any committee. */
  public Signatories(TestCeremony committee, long seed, RunningService service) {
    this(committee, TestRandom.seeded(seed + 1), service.open());
    committee.members().forEach(member -> enrol(service.admin(), member));
  }

  private Signatories(TestCeremony committee, SecureRandom random, HttpCaller service) {
    this.committee = committee;
    this.random = random;
    this.service = service;
  }

  /** Refreshes the shares over the board; the answer is the refreshed committee. */
  public Signatories refresh(String... dealers) {
    return succeed(committee.refresh(founded(), dealers));
  }

  /** Hands the key on over the board; the answer is the committee that has it afterwards. */
  public Signatories reshare(int minSigners, List<String> dealers, List<String> names) {
    return succeed(
        committee.succeed(founded(), CeremonyPurpose.RESHARE, minSigners, dealers, names));
  }

  private Signatories succeed(TestCeremony succession) {
    Signatories next = new Signatories(succession, random, service);
    next.epoch = epoch;
    next.foundCommittee();
    return next;
  }

  private Ceremony founded() {
    return ceremony("/v1/ceremonies/" + committee.plan().id());
  }

  /** Makes them talk to this service from now on. */
  public void turnTo(RunningService other) {
    service = other.open();
  }

  /** What the service that they talk to answers at a path. */
  public JsonNode get(String path) {
    return service.get(path).json();
  }

  private void enrol(HttpCaller admin, TestMember member) {
    String code =
        admin
            .post(
                "/admin/enrolment-codes", "{\"name\":\"" + member.name() + "\",\"regions\":[276]}")
            .json()
            .at("/code")
            .asString();
    Jws registration =
        member
            .identity()
            .sign(
                new ObjectWriter()
                    .text("type", "softpause-registration-v1")
                    .text("name", member.name())
                    .text("code", code)
                    .json("jwk", member.identity().publicIdentity().toJson())
                    .number("at", 1_790_000_000)
                    .toJson());
    assertStatus(201, post("/v1/jurisdictions", "registration", registration));
  }

  /** Holds the whole ceremony on the service's board and returns its id. */
  public Bytes32 foundCommittee() {
    Jws plan = committee.member(1).propose(committee.plan());
    assertStatus(201, post("/v1/ceremonies", "plan", plan));
    String path = "/v1/ceremonies/" + committee.plan().id();
    Ceremony seen = ceremony(path);
    while (seen.phase() != CeremonyPhase.COMPLETE) {
      for (TestMember member : committee.members()) {
        Optional<Jws> message =
            seen.phase() == CeremonyPhase.COMPLETE ? Optional.empty() : member.act(seen);
        message.ifPresent(jws -> assertStatus(201, post(path + "/messages", "message", jws)));
        seen = ceremony(path);
      }
    }
    return seen.id();
  }

  private Ceremony ceremony(String path) {
    return Ceremony.replay(
        service
            .get(path + "/messages")
            .json()
            .at("/messages")
            .valueStream()
            .map(Signatories::jws)
            .toList());
  }

  public TestCeremony committee() {
    return committee;
  }

  public TestMember member(int identifier) {
    return committee.member(identifier);
  }

  public Bytes32 roster() {
    return fullRoster().hash();
  }

  /** The roster that their ceremony made. */
  public Roster fullRoster() {
    return TestCeremony.roster(founded());
  }

  public Eip712Domain domain() {
    JsonNode registry = service.get("/v1/registry").json();
    return new Eip712Domain(
        registry.at("/chainId").asLong(), Address.parse(registry.at("/registry").asString()));
  }

  /** The hash of the reasons that {@link #propose} attaches. */
  public static Bytes32 reasonHash() {
    return Sha256.hash(REASONS.getBytes(StandardCharsets.UTF_8));
  }

  /** A proposal by member 1. */
  public HttpCaller.Answer propose(Decision decision) {
    Proposal proposal = new Proposal(domain(), roster(), new Identifier(1), decision);
    String reasons =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(REASONS.getBytes(StandardCharsets.UTF_8));
    return service.post(
        "/v1/decisions",
        "{\"proposal\":\""
            + member(1).identity().sign(proposal.toJson()).compact()
            + "\",\"reasons\":\""
            + reasons
            + "\",\"reasonsType\":\"text/markdown\"}");
  }

  public HttpCaller.Answer approve(Bytes32 decision, int identifier) {
    return approve(decision, identifier, numbers.incrementAndGet());
  }

  /** Approves with a commitment of this number. */
  public HttpCaller.Answer approve(Bytes32 decision, int identifier, long number) {
    return cast(decision, approval(decision, identifier, number));
  }

  /** An approval with a fresh commitment, not sent yet. */
  public Jws approval(Bytes32 decision, int identifier) {
    return approval(decision, identifier, numbers.incrementAndGet());
  }

  private Jws approval(Bytes32 decision, int identifier, long number) {
    Ballot.Approve approval = new Ballot.Approve(new NonceCommitment(number, commit(identifier)));
    return signed(identifier, decision, approval);
  }

  /** Sends a ballot unchanged. */
  public HttpCaller.Answer cast(Bytes32 decision, Jws ballot) {
    return post("/v1/decisions/" + decision + "/ballots", "ballot", ballot);
  }

  public HttpCaller.Answer reject(Bytes32 decision, int identifier, String reason) {
    return post(
        "/v1/decisions/" + decision + "/ballots",
        "ballot",
        signed(identifier, decision, new Ballot.Reject(reason)));
  }

  private Jws signed(int identifier, Bytes32 decision, Ballot.Choice choice) {
    Ballot ballot =
        new Ballot(decision, roster(), epoch, new Identifier(identifier), 1_790_000_000, choice);
    return member(identifier).identity().sign(ballot.toJson());
  }

  private SigningCommitments commit(int identifier) {
    SigningNonces fresh = RoundOne.commit(member(identifier).key().signingShare(), random);
    nonces.put(HexFormat.of().formatHex(fresh.commitments().encode()), fresh);
    return fresh.commitments();
  }

  /** The newest open package, if there is one. */
  public Optional<SigningPackageDocument> signingPackage(Bytes32 decision) {
    return signingPackage(decision, "");
  }

  /** The package that waits for this member, if there is one. */
  public Optional<SigningPackageDocument> signingPackage(Bytes32 decision, int identifier) {
    return signingPackage(decision, "&identifier=" + identifier);
  }

  private Optional<SigningPackageDocument> signingPackage(Bytes32 decision, String whose) {
    var answer =
        service.get("/v1/decisions/" + decision + "/signing-package?roster=" + roster() + whose);
    if (answer.status() == 404 || answer.status() == 410) {
      assertThat(answer.problem()).isIn("no-signing-package", "signing-closed");
      return Optional.empty();
    }
    return Optional.of(
        StrictJson.read(
            answer.body().getBytes(StandardCharsets.UTF_8), 1 << 20, SigningPackageDocument::read));
  }

  /** Sends a valid share for a package. */
  public HttpCaller.Answer sendShare(
      Bytes32 decision, SigningPackageDocument offered, int identifier) {
    return sendShare(decision, offered, identifier, share(decision, offered, identifier));
  }

  /** The share that a member owes to a package. It can be made once, since nonces serve once. */
  public SignatureShare share(Bytes32 decision, SigningPackageDocument offered, int identifier) {
    return share(decision, offered, member(identifier).key());
  }

  /** The share that a package asks for, made with any key of the member that is asked. */
  public SignatureShare share(Bytes32 decision, SigningPackageDocument offered, KeyPackage key) {
    Map<Identifier, SigningCommitments> commitments = commitments(offered);
    SigningCommitments own = Objects.requireNonNull(commitments.get(key.identifier()));
    SigningNonces nonce =
        Objects.requireNonNull(nonces.remove(HexFormat.of().formatHex(own.encode())));
    return RoundTwo.sign(key, nonce, SigningPackage.of(commitments, decision.bytes()));
  }

  /** Sends any share for a package. */
  public HttpCaller.Answer sendShare(
      Bytes32 decision, SigningPackageDocument offered, int identifier, SignatureShare share) {
    return send(decision, shareDocument(decision, offered, identifier, share));
  }

  /** A share document with a fresh commitment for the next session. */
  public Jws shareDocument(
      Bytes32 decision, SigningPackageDocument offered, int identifier, SignatureShare share) {
    ShareDocument document =
        new ShareDocument(
            decision,
            roster(),
            new Identifier(identifier),
            offered.packageHash(),
            share,
            new NonceCommitment(numbers.incrementAndGet(), commit(identifier)),
            1_790_000_000);
    return member(identifier).identity().sign(document.toJson());
  }

  /** Sends a share document unchanged. */
  public HttpCaller.Answer send(Bytes32 decision, Jws share) {
    return post("/v1/decisions/" + decision + "/signature-shares", "share", share);
  }

  /** The members that a package asks and their commitments, as its sources have them. */
  public static Map<Identifier, SigningCommitments> commitments(SigningPackageDocument offered) {
    Map<Identifier, SigningCommitments> commitments = new HashMap<>();
    for (Jws source : offered.sources()) {
      if (source.unverified().type().equals(Ballot.TYPE)) {
        Ballot ballot = source.unverified().read(Ballot.TYPE, Ballot::read);
        if (ballot.choice() instanceof Ballot.Approve approve) {
          commitments.put(ballot.voter(), approve.commitment().commitments());
        }
      } else {
        ShareDocument share = source.unverified().read(ShareDocument.TYPE, ShareDocument::read);
        commitments.put(share.signer(), share.next().commitments());
      }
    }
    return commitments;
  }

  /** Proposes, and lets members 1, 2 and 3 approve and sign. */
  public Bytes32 certify(Decision decision) {
    assertStatus(201, propose(decision));
    Bytes32 id = decision.id(domain());
    for (int identifier = 1; identifier <= 3; identifier++) {
      assertStatus(201, approve(id, identifier));
    }
    SigningPackageDocument offered = signingPackage(id).orElseThrow();
    for (int identifier = 1; identifier <= 3; identifier++) {
      assertStatus(201, sendShare(id, offered, identifier));
    }
    return id;
  }

  /** The first t of them approve what somebody proposed in this epoch, and sign it. */
  public void sign(Bytes32 decision, long inEpoch) {
    epoch = inEpoch;
    int needed = committee.plan().minSigners();
    for (int identifier = 1; identifier <= needed; identifier++) {
      assertStatus(201, approve(decision, identifier));
    }
    SigningPackageDocument offered = signingPackage(decision).orElseThrow();
    for (int identifier = 1; identifier <= needed; identifier++) {
      assertStatus(201, sendShare(decision, offered, identifier));
    }
  }

  private HttpCaller.Answer post(String path, String name, Jws jws) {
    return service.post(path, "{\"" + name + "\":\"" + jws.compact() + "\"}");
  }

  private static Jws jws(JsonNode node) {
    return Jws.parse(node.asString());
  }

  private static void assertStatus(int status, HttpCaller.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
  }
}
