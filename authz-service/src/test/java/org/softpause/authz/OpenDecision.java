package org.softpause.authz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.softpause.frost.SignatureShare;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.SigningPackageDocument;
import tools.jackson.databind.JsonNode;

/**
 * A proposed decision and one committee that votes on it and signs it: what its members do, each
 * step of which must succeed, and what the service shows of it.
 */
public final class OpenDecision {
  private final Signatories committee;
  private final Bytes32 id;

  private OpenDecision(Signatories committee, Bytes32 id) {
    this.committee = committee;
    this.id = id;
  }

  /** Member 1 proposes a decision. */
  public static OpenDecision proposedBy(Signatories committee, Decision decision) {
    HttpCaller.Answer answer = committee.propose(decision);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return new OpenDecision(committee, decision.id(committee.domain()));
  }

  public Bytes32 id() {
    return id;
  }

  /** These members approve, in this order. */
  public OpenDecision approvedBy(int... members) {
    for (int member : members) {
      taken(committee.approve(id, member));
    }
    return this;
  }

  public OpenDecision rejectedBy(int... members) {
    for (int member : members) {
      taken(committee.reject(id, member, "not this way"));
    }
    return this;
  }

  /** These members answer the packages that wait for them, in this order. */
  public OpenDecision sharesFrom(int... members) {
    for (int member : members) {
      taken(committee.sendShare(id, packageFor(member), member));
    }
    return this;
  }

  /** This member answers its package with a share that does not verify. */
  public OpenDecision invalidShareFrom(int member) {
    var answer = committee.sendShare(id, packageFor(member), member, invalidShare());
    assertThat(answer.problem()).isEqualTo("share-invalid");
    return this;
  }

  /** A well-formed share that verifies for nothing. */
  public static SignatureShare invalidShare() {
    byte[] one = new byte[32];
    one[31] = 1;
    return SignatureShare.decode(one);
  }

  /** The package that waits for this member. */
  public SigningPackageDocument packageFor(int member) {
    return committee.signingPackage(id, member).orElseThrow();
  }

  /** {@code /v1/decisions/{id}} */
  public JsonNode view() {
    return committee.get("/v1/decisions/" + id);
  }

  public String state() {
    return view().at("/state").asString();
  }

  public List<Integer> signers() {
    return numbers("/signers");
  }

  public List<Integer> culprits() {
    return numbers("/culprits");
  }

  public List<Integer> silent() {
    return numbers("/silent");
  }

  private List<Integer> numbers(String member) {
    return view().at(member).valueStream().map(JsonNode::asInt).toList();
  }

  /** The first group at {@code /v1/decisions/{id}/signing}. */
  public JsonNode group() {
    return committee.get("/v1/decisions/" + id + "/signing").at("/groups/0");
  }

  /** A session of that group, counted from 1. */
  public JsonNode session(int number) {
    return group().at("/sessions/" + (number - 1));
  }

  /** Whether it has its certificate, made of the shares of exactly these members. */
  public void assertCertifiedBy(Integer... members) {
    assertThat(state()).isNotIn("PROPOSED", "SIGNING");
    assertThat(signers()).containsExactly(members);
  }

  private static void taken(HttpCaller.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }
}
