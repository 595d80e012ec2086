package org.softpause.frost;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Each signer's binding factor rho_i, RFC 9591 section 4.4. */
final class BindingFactors {
  private final SortedMap<Identifier, Scalar> factors;

  private BindingFactors(SortedMap<Identifier, Scalar> factors) {
    this.factors = factors;
  }

  /** compute_binding_factors(group_public_key, commitment_list, msg). */
  static BindingFactors compute(VerifyingKey groupKey, SigningPackage signingPackage) {
    byte[] prefix = rhoInputPrefix(groupKey, signingPackage);
    TreeMap<Identifier, Scalar> factors = new TreeMap<>();
    for (Identifier signer : signingPackage.commitments().keySet()) {
      factors.put(signer, Ciphersuite.h1(prefix, Scalar.of(signer).encode()));
    }
    return new BindingFactors(Collections.unmodifiableSortedMap(factors));
  }

  /** group_public_key_enc || H4(msg) || H5(encode_group_commitment_list). */
  static byte[] rhoInputPrefix(VerifyingKey groupKey, SigningPackage signingPackage) {
    ByteArrayOutputStream prefix = new ByteArrayOutputStream();
    prefix.writeBytes(groupKey.encode());
    prefix.writeBytes(Ciphersuite.h4(signingPackage.message()));
    prefix.writeBytes(Ciphersuite.h5(encodeGroupCommitmentList(signingPackage)));
    return prefix.toByteArray();
  }

  /** Section 4.3: (identifier, hiding, binding) of each signer, ascending. */
  private static byte[] encodeGroupCommitmentList(SigningPackage signingPackage) {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    for (Map.Entry<Identifier, SigningCommitments> entry :
        signingPackage.commitments().entrySet()) {
      list.writeBytes(Scalar.of(entry.getKey()).encode());
      list.writeBytes(entry.getValue().encode());
    }
    return list.toByteArray();
  }

  /** binding_factor_for_participant, section 4.3. */
  Scalar of(Identifier signer) {
    Scalar factor = factors.get(signer);
    if (factor == null) {
      throw new IllegalArgumentException(signer + " has no binding factor in this package");
    }
    return factor;
  }

  /** All binding factors, ascending by identifier. */
  List<Scalar> ascending() {
    return new ArrayList<>(factors.values());
  }
}
