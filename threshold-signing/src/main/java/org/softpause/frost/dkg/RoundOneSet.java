package org.softpause.frost.dkg;

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
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.VerifyingKey;
import org.softpause.frost.VerifyingShare;

/**
 * The verified round-one packages of all members, and the public keys that follow from them. No
 * secret is needed, so members, the service and auditors all come to the same outcome.
 */
public final class RoundOneSet {
  private final CeremonyParameters ceremony;
  private final SortedMap<Identifier, RoundOnePackage> packages;
  private final PublicKeyPackage publicKeys;

  private RoundOneSet(
      CeremonyParameters ceremony, SortedMap<Identifier, RoundOnePackage> packages) {
    this.ceremony = ceremony;
    this.packages = packages;
    publicKeys = publicKeys(ceremony, packages);
  }

  /**
   * Verifies the packages and computes the public keys.
   *
   * @throws InvalidKeyGeneration unless exactly one package from each member, naming nobody; naming
   *     all who commit to another than t coefficients; naming all whose proof fails; or naming
   *     nobody, for a group key that is the identity or has x ≥ n
   */
  public static RoundOneSet verify(
      CeremonyParameters ceremony, Map<Identifier, RoundOnePackage> packages) {
    TreeMap<Identifier, RoundOnePackage> ascending = new TreeMap<>();
    ascending.putAll(packages);
    if (!List.copyOf(ascending.keySet()).equals(ceremony.members())) {
      throw new InvalidKeyGeneration("not one round-one package from each member", List.of());
    }
    int t = ceremony.minSigners();
    IdentifiableAbort.require(
        "commitment to another number of coefficients than " + t,
        ascending,
        (member, sent) -> sent.commitment().coefficients().size() == t);
    IdentifiableAbort.require(
        "invalid proof of possession",
        ascending,
        (member, sent) -> sent.proof().proves(ceremony.id(), member, sent.commitment().constant()));
    return new RoundOneSet(ceremony, Collections.unmodifiableSortedMap(ascending));
  }

  /** Adds the commitments coefficient by coefficient before evaluating the sums. */
  static PublicKeyPackage publicKeys(
      CeremonyParameters ceremony, Map<Identifier, RoundOnePackage> packages) {
    List<Element> columns = new ArrayList<>();
    for (int k = 0; k < ceremony.minSigners(); k++) {
      columns.add(column(k, packages).normalize());
    }
    Map<Identifier, VerifyingShare> shares = new HashMap<>();
    try {
      List<Element> values = PolynomialCommitment.evaluateAll(columns, ceremony.maxSigners());
      for (Identifier member : ceremony.members()) {
        shares.put(member, VerifyingShare.of(values.get(member.value() - 1)));
      }
      VerifyingKey groupKey = new VerifyingKey(columns.getFirst());
      return PublicKeyPackage.of(ceremony.minSigners(), groupKey, shares);
    } catch (MalformedEncoding unusable) {
      throw new InvalidKeyGeneration("unusable outcome: " + unusable.getMessage(), List.of());
    }
  }

  private static Element column(int k, Map<Identifier, RoundOnePackage> packages) {
    return packages.values().stream()
        .map(each -> each.commitment().coefficients().get(k))
        .reduce(Element::plus)
        .orElseThrow();
  }

  public CeremonyParameters ceremony() {
    return ceremony;
  }

  /** Ascending by identifier. */
  public SortedMap<Identifier, RoundOnePackage> packages() {
    return packages;
  }

  /** The group key and every member's verifying share. */
  public PublicKeyPackage publicKeys() {
    return publicKeys;
  }

  /**
   * Returns if the share is what the dealer's commitment promises to the receiver. Anyone who sees
   * a published share can repeat this check, so it is the evidence on which a dealer is blamed.
   *
   * @throws InvalidKeyGeneration naming the dealer
   */
  public void verifyShare(Identifier dealer, Identifier receiver, SecretShare share) {
    if (!isValid(dealer, receiver, share)) {
      throw new InvalidKeyGeneration("invalid secret share", List.of(dealer));
    }
  }

  boolean isValid(Identifier dealer, Identifier receiver, SecretShare share) {
    RoundOnePackage dealt = packages.get(dealer);
    if (dealt == null || !ceremony.hasMember(receiver)) {
      throw new IllegalArgumentException("dealer and receiver are members of the ceremony");
    }
    return Element.baseTimesSecret(share.scalar())
        .equals(PolynomialCommitment.evaluate(dealt.commitment().coefficients(), receiver));
  }
}
