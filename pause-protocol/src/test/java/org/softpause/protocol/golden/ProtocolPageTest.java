package org.softpause.protocol.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.decision.DecisionJson;
import org.softpause.protocol.fixture.Golden;
import org.softpause.protocol.fixture.RandomDecisions;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.fixture.TestRepair;
import org.softpause.protocol.fixture.TestSites;
import org.softpause.protocol.hardware.ShippedTables;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonArray;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.site.SitePower;

/** Every number that somebody signs has its unit on the protocol page. */
class ProtocolPageTest {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern UNIT =
      Pattern.compile(
          "[PG]FLOP/s|kW|\\bW\\b|seconds|\\ds\\b| s\\b|basis points|\\bnumbers?\\b|mask|counts|integer|"
              + "ISO 3166-1|1 training");

  private final Map<String, Map<String, Json>> signed = new LinkedHashMap<>();
  private ProtocolPage page = ProtocolPage.parse(List.of());

  @BeforeEach
  void readEverythingThatIsSigned() throws IOException {
    page = ProtocolPage.read();
    Stream.of(Document.values()).filter(Document::isSigned).forEach(one -> walk(one.golden()));
    page.types().stream()
        .filter(type -> Ceremony.class.getResource(type + ".json") != null)
        .forEach(type -> walk(Golden.bytes(Ceremony.class, type + ".json")));
    walk(Golden.bytes(Ceremony.class, "resharing/plan.json"));
    repair().messages().forEach(message -> walk("", message.unverified().document()));
    RandomDecisions decisions = new RandomDecisions(5);
    Stream.of(
            decisions.pause(),
            decisions.lift(),
            decisions.withdraw(),
            decisions.renew(),
            decisions.rotate())
        .forEach(decision -> walk("", DecisionJson.write(decision)));
    walk("Parameters", TestRegistry.genesis().parameters().toJson());
    walk("", ShippedTables.newest().toJson());
    walk("", withGridLimit());
  }

  private static Ceremony repair() {
    TestRepair world = new TestRepair(5);
    return world.runUntil(world.ask(1, 2, 3), CeremonyPhase.REPAIRED);
  }

  private static JsonObject withGridLimit() {
    JsonObject site = TestSites.training().toJson();
    Map<String, Json> members = new TreeMap<>(site.members());
    SitePower power = new SitePower(1, OptionalLong.of(2));
    members.put(
        "maxRampKilowattsPerMinute",
        new JsonInteger(power.maxRampKilowattsPerMinute().orElseThrow()));
    return new JsonObject(members);
  }

  private void walk(byte[] document) {
    walk("", StrictJson.parse(document, 1 << 20));
  }

  /** Notes every member under the document or struct in which it stands; a key is RFC 7517's. */
  private void walk(String within, Json json) {
    switch (json) {
      case JsonObject object -> {
        String type = object.members().get("type") instanceof JsonString own ? own.value() : within;
        object
            .members()
            .forEach(
                (name, value) -> {
                  signed.computeIfAbsent(type, t -> new TreeMap<>()).putIfAbsent(name, value);
                  if (!name.equals("jwk")) {
                    walk(type, value);
                  }
                });
      }
      case JsonArray array -> array.elements().forEach(element -> walk(within, element));
      default -> {
        // Its name has been noted.
      }
    }
  }

  private static boolean isNumber(Json value) {
    return switch (value) {
      case JsonInteger integer -> true;
      case JsonString text -> DIGITS.matcher(text.value()).matches();
      case JsonArray array ->
          !array.elements().isEmpty() && array.elements().getFirst() instanceof JsonInteger;
      default -> false;
    };
  }

  @Test
  void everySignedMemberHasItsDefinitionAndEveryNumberItsUnit() {
    Set<String> undefined = new LinkedHashSet<>();
    signed.forEach(
        (type, members) ->
            members.forEach(
                (name, value) -> {
                  String what = page.definition(type, name).orElse("");
                  if (what.length() < 5 || (isNumber(value) && !UNIT.matcher(what).find())) {
                    undefined.add(type + "." + name + " is defined as \u201c" + what + "\u201d");
                  }
                }));
    assertThat(undefined).isEmpty();
  }

  @Test
  void everyDocumentOfThePageHasBeenReadAndNoOther() {
    Set<String> documents = new LinkedHashSet<>(signed.keySet());
    documents.removeAll(
        Set.of(
            "Pause", "Lift", "Withdraw", "Renew", "Rotate", "Parameters", "softpause-hardware-v1"));
    assertThat(documents).containsExactlyInAnyOrderElementsOf(page.types());
  }

  @Test
  void aMemberWithoutARowAndANumberWithoutAUnitAreFound() {
    page =
        ProtocolPage.parse(
            List.of(
                "| member | in | what |",
                "| --- | --- | --- |",
                "| `ceilingBps` | Pause | what is left |",
                "| `leadSeconds` | Parameters | seconds of lead |"));
    assertThat(page.definition("Pause", "slot")).isEmpty();
    assertThat(page.definition("Lift", "ceilingBps")).isEmpty();
    assertThat(page.definition("Pause", "ceilingBps"))
        .hasValueSatisfying(what -> assertThat(UNIT.matcher(what).find()).isFalse());
    assertThat(page.definition("Parameters", "leadSeconds"))
        .hasValueSatisfying(what -> assertThat(UNIT.matcher(what).find()).isTrue());
  }
}
