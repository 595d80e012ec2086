package org.softpause.frost.dkg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.softpause.frost.Element;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.Identifier;

/**
 * A member's public commitment phi_i0..phi_i(t-1) to its polynomial: t points, none of them the
 * identity.
 */
public record PolynomialCommitment(List<Element> coefficients) {
  /**
   * @throws MalformedEncoding for fewer than two coefficients, or the identity among them
   */
  public PolynomialCommitment {
    if (coefficients.size() < 2) {
      throw new MalformedEncoding("a commitment has at least two coefficients");
    }
    if (coefficients.stream().anyMatch(Element::isIdentity)) {
      throw new MalformedEncoding("a committed coefficient must not be the identity");
    }
    coefficients = coefficients.stream().map(Element::normalize).toList();
  }

  /**
   * Decodes the one value that these bytes encode.
   *
   * @throws MalformedEncoding unless t times 33 bytes, t ≥ 2, compressed points on the curve
   */
  public static PolynomialCommitment decode(byte[] bytes) {
    if (bytes.length % Element.LENGTH != 0) {
      throw new MalformedEncoding("a commitment is whole elements of " + Element.LENGTH + " bytes");
    }
    List<Element> coefficients = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += Element.LENGTH) {
      coefficients.add(Element.decode(Arrays.copyOfRange(bytes, at, at + Element.LENGTH)));
    }
    return new PolynomialCommitment(coefficients);
  }

  /** t times 33 bytes, the constant coefficient first. */
  public byte[] encode() {
    byte[] bytes = new byte[coefficients.size() * Element.LENGTH];
    for (int i = 0; i < coefficients.size(); i++) {
      System.arraycopy(coefficients.get(i).encode(), 0, bytes, i * Element.LENGTH, Element.LENGTH);
    }
    return bytes;
  }

  /** phi_i0, the commitment to this member's part of the group's secret. */
  public Element constant() {
    return coefficients.getFirst();
  }

  /** f_i(x)·G, from public values: the sum of x^k·phi_ik by Horner's rule. */
  public static Element evaluate(List<Element> coefficients, Identifier x) {
    Element value = coefficients.getLast();
    for (Element coefficient : coefficients.reversed().subList(1, coefficients.size())) {
      value = value.timesSmall(x.value()).plus(coefficient);
    }
    return value;
  }

  /** f_i(1)·G .. f_i(n)·G, faster than one by one. */
  public static List<Element> evaluateAll(List<Element> coefficients, int n) {
    return new FiniteDifferences(coefficients).values(n);
  }
}
