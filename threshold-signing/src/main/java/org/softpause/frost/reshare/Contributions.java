package org.softpause.frost.reshare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.Element;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.Identifier;
import org.softpause.frost.InterpolatingValue;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.Scalar;
import org.softpause.frost.VerifyingShare;
import org.softpause.frost.dkg.IdentifiableAbort;
import org.softpause.frost.dkg.PolynomialCommitment;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.SecretShare;

/**
 * The verified round-one packages of at least t old members, each checked against its sender's old
 * verifying share, and the public keys that follow from them. No secret is needed, so members, the
 * service and auditors all come to the same outcome. Which old members contribute decides the new
 * shares: everyone confirms the same set before any share is sent.
 */
public final class Contributions {
  private final Resharing resharing;
  private final SortedMap<Identifier, RoundOnePackage> packages;
  private final PublicKeyPackage publicKeys;

  private Contributions(Resharing resharing, SortedMap<Identifier, RoundOnePackage> packages) {
    this.resharing = resharing;
    this.packages = packages;
    publicKeys = workOutPublicKeys();
  }

  /**
   * Verifies the packages, given by old identifier, and computes the new public keys.
   *
   * @throws InvalidKeyGeneration for fewer than t packages or one from a stranger, naming nobody;
   *     naming all who commit to another than t' coefficients, or to a constant that is not their
   *     old share, or whose proof fails; or naming nobody, if the old public keys are not of one
   *     group or a new share is zero
   */
  public static Contributions verify(
      Resharing resharing, Map<Identifier, RoundOnePackage> packages) {
    TreeMap<Identifier, RoundOnePackage> ascending = new TreeMap<>();
    ascending.putAll(packages);
    PublicKeyPackage old = resharing.old();
    if (ascending.size() < old.minSigners()
        || !old.shares().keySet().containsAll(ascending.keySet())) {
      throw new InvalidKeyGeneration(
          "not packages from at least " + old.minSigners() + " old members", List.of());
    }
    int t = resharing.next().minSigners();
    IdentifiableAbort.require(
        "commitment to another number of coefficients than " + t,
        ascending,
        (member, sent) -> sent.commitment().coefficients().size() == t);
    IdentifiableAbort.require(
        "commitment to another secret than the old share",
        ascending,
        (member, sent) -> sent.commitment().constant().equals(old.share(member).element()));
    IdentifiableAbort.require(
        "invalid proof of possession",
        ascending,
        (member, sent) ->
            sent.proof().proves(resharing.next().id(), member, sent.commitment().constant()));
    return new Contributions(resharing, Collections.unmodifiableSortedMap(ascending));
  }

  private PublicKeyPackage workOutPublicKeys() {
    List<Scalar> weights = packages.keySet().stream().map(this::weightOf).toList();
    List<Element> columns = new ArrayList<>();
    for (int k = 0; k < resharing.next().minSigners(); k++) {
      columns.add(column(k, weights).normalize());
    }
    if (!columns.getFirst().equals(resharing.old().verifyingKey().element())) {
      throw new InvalidKeyGeneration("the old public keys are not of one group", List.of());
    }
    Map<Identifier, VerifyingShare> shares = new HashMap<>();
    try {
      List<Element> values =
          PolynomialCommitment.evaluateAll(columns, resharing.next().maxSigners());
      for (Identifier member : resharing.next().members()) {
        shares.put(member, VerifyingShare.of(values.get(member.value() - 1)));
      }
    } catch (MalformedEncoding unusable) {
      throw new InvalidKeyGeneration("unusable outcome: " + unusable.getMessage(), List.of());
    }
    return PublicKeyPackage.of(
        resharing.next().minSigners(), resharing.old().verifyingKey(), shares);
  }

  /** The k-th coefficient of the new secret polynomial, times G. */
  private Element column(int k, List<Scalar> weights) {
    return Element.sumOfProducts(
        weights,
        packages.values().stream().map(each -> each.commitment().coefficients().get(k)).toList());
  }

  public Resharing resharing() {
    return resharing;
  }

  /** Ascending by old identifier. */
  public SortedMap<Identifier, RoundOnePackage> packages() {
    return packages;
  }

  /** The group key, which is the old one, and every new member's verifying share. */
  public PublicKeyPackage publicKeys() {
    return publicKeys;
  }

  /** The Lagrange coefficient of a contributor's old share. */
  Scalar weightOf(Identifier contributor) {
    return InterpolatingValue.derive(packages.keySet(), contributor);
  }

  /**
   * Returns if the share is what the old member's commitment promises to the new member. Anyone who
   * sees a published share can repeat this check, so it is the evidence on which a member is
   * blamed.
   *
   * @throws InvalidKeyGeneration naming the old member
   */
  public void verifyShare(Identifier oldMember, Identifier newMember, SecretShare share) {
    IdentifiableAbort.require(
        "invalid secret share",
        Map.of(oldMember, share),
        (from, sent) -> isValid(from, newMember, sent));
  }

  boolean isValid(Identifier oldMember, Identifier newMember, SecretShare share) {
    RoundOnePackage dealt = packages.get(oldMember);
    if (dealt == null || !resharing.next().hasMember(newMember)) {
      throw new IllegalArgumentException("not a contributor, or not a new member");
    }
    return Element.baseTimesSecret(share.scalar())
        .equals(PolynomialCommitment.evaluate(dealt.commitment().coefficients(), newMember));
  }
}
