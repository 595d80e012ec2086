package org.softpause.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The descriptor by which wallets show a decision in words (ERC-7730), beside the contract. */
class ClearSigningTest {
  private static final Path DESCRIPTOR = Path.of("published/erc7730.json");
  private static final Path CONTRACT = Path.of("src/DecisionHash.sol");
  private static final Pattern TYPE_HASH = Pattern.compile("keccak256\\(\\s*((?:\"[^\"]*\"\\s*)+)");
  private static final Pattern TYPE = Pattern.compile("(\\w+)\\(([^)]*)\\)");

  private final JsonNode descriptor = read();
  private final Map<String, Map<String, String>> contract = contractTypes();

  @Test
  void itBindsToTheContractsDomain() {
    JsonNode domain = descriptor.at("/context/eip712/domain");
    assertThat(source())
        .contains("keccak256(\"" + domain.path("name").asString() + "\")")
        .contains("keccak256(\"" + domain.path("version").asString() + "\")");
  }

  @Test
  void itsTypesAreTheContractsMemberByMember() {
    Set<String> described = new LinkedHashSet<>();
    for (JsonNode schema : descriptor.at("/context/eip712/schemas")) {
      schema
          .path("types")
          .propertyStream()
          .forEach(
              type -> {
                described.add(type.getKey());
                Map<String, String> members = new LinkedHashMap<>();
                type.getValue()
                    .forEach(
                        member ->
                            members.put(
                                member.path("name").asString(), member.path("type").asString()));
                assertThat(List.copyOf(members.entrySet()))
                    .as(type.getKey())
                    .isEqualTo(List.copyOf(members(type.getKey()).entrySet()));
              });
    }
    assertThat(described).isEqualTo(contract.keySet());
  }

  @Test
  void everyMemberOfEveryDecisionIsShownOnceUnderALabel() {
    JsonNode formats = descriptor.at("/display/formats");
    assertThat(formats.propertyNames())
        .containsExactlyInAnyOrder("Pause", "Lift", "Withdraw", "Renew", "Rotate");
    for (String decision : formats.propertyNames()) {
      List<String> shown = new ArrayList<>();
      for (JsonNode field : formats.path(decision).path("fields")) {
        shown.add(field.path("path").asString());
        assertThat(field.path("label").asString()).isNotBlank();
      }
      assertThat(shown).as(decision).isEqualTo(paths(decision, ""));
    }
  }

  @Test
  void everyCodeOfAMandateAndOfHardwareHasItsWord() {
    JsonNode enums = descriptor.at("/metadata/enums");
    assertThat(enums.path("mandates").propertyNames()).containsExactly("0", "1");
    assertThat(enums.path("hardwareClasses").propertyNames())
        .containsExactly("1", "2", "3", "4", "5", "6", "7");
  }

  private Map<String, String> members(String type) {
    return contract.getOrDefault(type, Map.of());
  }

  /** The members of a type and, in their place, those of the types it holds. */
  private List<String> paths(String type, String before) {
    List<String> all = new ArrayList<>();
    members(type)
        .forEach(
            (name, declared) -> {
              String single = declared.replace("[]", "");
              String path = before + name + (declared.equals(single) ? "" : ".[]");
              if (contract.containsKey(single)) {
                all.addAll(paths(single, path + "."));
              } else {
                all.add(path);
              }
            });
    return all;
  }

  private static Map<String, Map<String, String>> contractTypes() {
    Map<String, Map<String, String>> types = new LinkedHashMap<>();
    Matcher hash = TYPE_HASH.matcher(source());
    while (hash.find()) {
      Matcher type = TYPE.matcher(hash.group(1).replaceAll("\"\\s*\"", ""));
      while (type.find()) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String member : type.group(2).split(",", -1)) {
          String[] parts = member.split(" ", 2);
          members.put(parts[1], parts[0]);
        }
        types.put(type.group(1), members);
      }
    }
    return types;
  }

  private static JsonNode read() {
    try {
      return JsonMapper.shared().readTree(Files.readString(DESCRIPTOR));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String source() {
    try {
      return Files.readString(CONTRACT);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
