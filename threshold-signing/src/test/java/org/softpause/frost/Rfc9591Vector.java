package org.softpause.frost;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** RFC 9591 appendix E.5 as data. */
record Rfc9591Vector(JsonNode root) {
  static Rfc9591Vector read() {
    return new Rfc9591Vector(
        JsonMapper.shared()
            .readTree(
                Rfc9591Vector.class.getResourceAsStream("rfc9591-frost-secp256k1-sha256.json")));
  }

  static byte[] hex(JsonNode node, String field) {
    return HexFormat.of().parseHex(node.required(field).stringValue());
  }

  byte[] input(String field) {
    return hex(root.required("inputs"), field);
  }

  TestGroup group() {
    Scalar secret = Scalar.decode(input("group_secret_key"));
    String coefficient =
        root.required("inputs").required("share_polynomial_coefficients").get(0).stringValue();
    Scalar slope = Scalar.decode(HexFormat.of().parseHex(coefficient));
    int n = Integer.parseInt(root.required("config").required("MAX_PARTICIPANTS").stringValue());
    return TestGroup.split(List.of(secret, slope), n);
  }

  List<JsonNode> participants() {
    return nodes(root.required("inputs").required("participant_shares"));
  }

  List<JsonNode> roundOne() {
    return nodes(root.required("round_one_outputs").required("outputs"));
  }

  List<JsonNode> roundTwo() {
    return nodes(root.required("round_two_outputs").required("outputs"));
  }

  byte[] signature() {
    return hex(root.required("final_output"), "sig");
  }

  static int identifier(JsonNode node) {
    return node.required("identifier").intValue();
  }

  private static List<JsonNode> nodes(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
