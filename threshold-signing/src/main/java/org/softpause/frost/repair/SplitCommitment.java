package org.softpause.frost.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.softpause.frost.Element;
import org.softpause.frost.FrostException.MalformedEncoding;

/**
 * A helper's public commitment to how it split its share: the part for each helper, in ascending
 * order, times G.
 */
public record SplitCommitment(List<Element> parts) {
  /**
   * @throws MalformedEncoding for fewer than two parts, or the identity among them
   */
  public SplitCommitment {
    if (parts.size() < 2) {
      throw new MalformedEncoding("a split has at least two parts");
    }
    if (parts.stream().anyMatch(Element::isIdentity)) {
      throw new MalformedEncoding("a committed part must not be the identity");
    }
    parts = parts.stream().map(Element::normalize).toList();
  }

  /**
   * Decodes the one value that these bytes encode.
   *
   * @throws MalformedEncoding unless a multiple of 33 bytes, two or more, compressed points
   */
  public static SplitCommitment decode(byte[] bytes) {
    if (bytes.length % Element.LENGTH != 0) {
      throw new MalformedEncoding("a split is whole elements of " + Element.LENGTH + " bytes");
    }
    List<Element> parts = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += Element.LENGTH) {
      parts.add(Element.decode(Arrays.copyOfRange(bytes, at, at + Element.LENGTH)));
    }
    return new SplitCommitment(parts);
  }

  /** Encodes in 33 bytes for each helper, ascending. */
  public byte[] encode() {
    byte[] bytes = new byte[parts.size() * Element.LENGTH];
    for (int i = 0; i < parts.size(); i++) {
      System.arraycopy(parts.get(i).encode(), 0, bytes, i * Element.LENGTH, Element.LENGTH);
    }
    return bytes;
  }

  Element sum() {
    return parts.stream().reduce(Element::plus).orElseThrow();
  }
}
