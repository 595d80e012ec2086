package org.softpause.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Bytes32;

class ObjectReaderTest {
  @Test
  void membersComeBackAsTheyWereWritten() {
    JsonObject written =
        new ObjectWriter()
            .text("text", "a")
            .texts("texts", List.of("b", "c"))
            .bytes32("bytes32", Bytes32.ZERO)
            .hex("hex", new byte[] {1})
            .uint64("uint64", -1)
            .number("number", -5)
            .numbers("numbers", List.of(1, 2))
            .flag("flag", true)
            .toJson();

    String read =
        ObjectReader.read(
            written,
            in ->
                in.text("text", 1)
                    + in.values("texts", text -> text)
                    + in.bytes32("bytes32").equals(Bytes32.ZERO)
                    + in.hex("hex", 1).length
                    + in.uint64("uint64")
                    + in.number("number", -5, -5)
                    + in.smalls("numbers", 1, 2)
                    + in.flag("flag"));

    assertThat(read).isEqualTo("a[b, c]true1-1-5[1, 2]true");
  }

  @Test
  void everyRefusalNamesTheMember() {
    assertRefusal("{}", in -> in.flag("civil"), "missing-member: civil is missing");
    assertRefusal("{\"a\":1}", in -> 0, "unknown-member: a is not known here");
    assertRefusal("{\"a\":1}", in -> in.flag("a"), "wrong-type: a must be of type boolean");
    assertRefusal(
        "{\"a\":\"1\"}", in -> in.number("a", 0, 9), "wrong-type: a must be of type integer");
    assertRefusal("{\"a\":1}", in -> in.text("a", 9), "wrong-type: a must be of type text");
    assertRefusal(
        "{\"a\":1}", in -> in.objects("a", o -> 0), "wrong-type: a must be of type array");
    assertRefusal(
        "{\"a\":[]}", in -> in.object("a", o -> 0), "wrong-type: a must be of type object");
    assertRefusal("[]", in -> 0, "wrong-type: document must be of type object");
    assertRefusal("{\"a\":10}", in -> in.small("a", 0, 9), "out-of-range: a must be within 0..9");
    assertRefusal("{\"a\":-1}", in -> in.small("a", 0, 9), "out-of-range: a must be within 0..9");
    assertRefusal(
        "{\"a\":\"xyz\"}", in -> in.text("a", 2), "out-of-range: a must have at most 2 characters");
    assertRefusal(
        "{\"a\":\"0xAB\"}",
        in -> in.hex("a", 1),
        "malformed-value: a: hex must have lower-case digits only");
    assertRefusal(
        "{\"a\":\"0xab\"}",
        in -> in.hex("a", 2),
        "malformed-value: a: hex must be 0x and 4 digits");
    assertRefusal(
        "{\"a\":\"18446744073709551616\"}",
        in -> in.uint64("a"),
        "out-of-range: a: must be below 2^64");
    assertRefusal(
        "{\"a\":\"01\"}",
        in -> in.uint64("a"),
        "malformed-value: a: must be a decimal integer without sign");
    assertRefusal(
        "{\"type\":\"b\"}", in -> literal(in, "type", "a"), "malformed-value: type must be a");
  }

  @Test
  void aNestedMemberIsNamedByItsPath() {
    String document = "{\"members\":[{\"jwk\":{\"x\":1}},{\"jwk\":{\"x\":2,\"y\":3}}]}";

    assertRefusal(
        document,
        in -> in.objects("members", m -> m.object("jwk", k -> k.small("x", 1, 9))),
        "unknown-member: members[1].jwk.y is not known here");
    assertRefusal(
        document,
        in -> in.objects("members", m -> m.object("jwk", k -> k.small("x", 2, 9))),
        "out-of-range: members[0].jwk.x must be within 2..9");
  }

  private static int literal(ObjectReader in, String name, String expected) {
    in.literal(name, expected);
    return 0;
  }

  private static void assertRefusal(
      String document, Function<ObjectReader, Object> codec, String message) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> StrictJson.read(bytes, 1000, codec)).hasMessage(message);
  }
}
