package org.softpause.protocol.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.RuleViolation;
import tools.jackson.databind.JsonNode;

/** Reads the quantities and data of the execution API from a node's answers. */
final class RpcValues {
  private RpcValues() {}

  /** Reads a quantity of at most 63 bits. */
  static long number(JsonNode node, String name) throws RpcException {
    byte[] minimal = quantity(node, name);
    try {
      return new Rlp.Bytes(minimal).asNumber();
    } catch (RuleViolation tooLarge) {
      throw refused(name, tooLarge);
    }
  }

  /** Reads a quantity's bytes without leading zeros. */
  static byte[] quantity(JsonNode node, String name) throws RpcException {
    String digits = text(node, name).substring(2).replaceFirst("^0+", "");
    return parse("0x" + (digits.length() % 2 == 0 ? digits : "0" + digits), name);
  }

  static byte[] data(JsonNode node, String name) throws RpcException {
    return parse(text(node, name), name);
  }

  static Bytes32 bytes32(JsonNode node, String name) throws RpcException {
    try {
      return Bytes32.of(data(node, name));
    } catch (RuleViolation malformed) {
      throw refused(name, malformed);
    }
  }

  static List<byte[]> dataList(JsonNode node, String name) throws RpcException {
    if (!node.isArray()) {
      throw new RpcException(name + " is not an array");
    }
    List<byte[]> list = new ArrayList<>();
    for (JsonNode element : node) {
      list.add(data(element, name));
    }
    return list;
  }

  private static String text(JsonNode node, String name) throws RpcException {
    if (!node.isString() || !node.asString().startsWith("0x")) {
      throw new RpcException(name + " is not hex");
    }
    return node.asString().toLowerCase(Locale.ROOT);
  }

  private static byte[] parse(String hex, String name) throws RpcException {
    try {
      return Hex.parse(hex);
    } catch (RuleViolation malformed) {
      throw refused(name, malformed);
    }
  }

  private static RpcException refused(String name, RuleViolation cause) {
    return new RpcException(name + ": " + cause.detail(), cause);
  }
}
