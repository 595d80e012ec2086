package org.softpause.protocol.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.frost.Identifier;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Rule;
import org.softpause.protocol.ceremony.document.CeremonyDocument;
import org.softpause.protocol.ceremony.document.RoundTwoMessage;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.CanonicalJson;

/**
 * Replays one recorded ceremony of alice, bob and carol. When it was recorded, another
 * implementation of JSON and SHA-256 confirmed the canonical form and the hashes of its documents.
 */
class GoldenCeremonyTest {
  static Stream<String> documents() throws IOException {
    return lines("hashes.txt").stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aDocumentReadAndWrittenAgainKeepsItsBytesAndHash(String line) throws IOException {
    String hash = line.substring(0, line.indexOf(' '));
    byte[] bytes = bytes(line.substring(hash.length() + 1) + ".json");

    CeremonyDocument document = CeremonyDocument.read(anyone().sign(bytes).unverified());

    assertThat(CanonicalJson.encode(document.toJson())).isEqualTo(bytes);
    assertThat(document.hash().toString()).isEqualTo(hash);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aDocumentWithAMemberMoreIsRefused(String line) throws IOException {
    String type = line.substring(line.indexOf(' ') + 1);
    String more = new String(bytes(type + ".json"), StandardCharsets.UTF_8).replaceFirst("}$", "");
    Jws signed = anyone().sign((more + ",\"zzz\":1}").getBytes(StandardCharsets.UTF_8));

    assertRefused(Rule.UNKNOWN_MEMBER, () -> CeremonyDocument.read(signed.unverified()));
  }

  @Test
  void theRecordedCeremonyReplaysToItsRosterAndPossession() throws IOException {
    Ceremony ceremony = recorded();

    assertThat(ceremony.phase()).isEqualTo(CeremonyPhase.COMPLETE);
    assertThat(CanonicalJson.encode(ceremony.roster().orElseThrow().toJson()))
        .isEqualTo(bytes("softpause-roster-v1.json"));
    assertThat(ceremony.possession().orElseThrow().encode())
        .isEqualTo(Hex.parse(lines("possession.txt").getFirst()));
    assertThat(ceremony.plan().fingerprint())
        .isEqualTo(
            "db95 43f3 79fe ebf8 cea7 4560 e806 1b53 2064 3065 18d5 9e6a bb0d d550 8124 accf");
  }

  @Test
  void bobsSeedStillGivesHisShareOfTheRecordedCeremony() throws IOException {
    Ceremony ceremony = recorded();
    Identifier bob = new Identifier(2);
    Seed seed = Seed.fromSecretBytes(Hex.parse(lines("seed-of-bob.txt").getFirst()));

    assertThat(
            new ParticipantSecrets(ceremony.plan(), bob, seed)
                .finish(
                    ceremony.state().keys().orElseThrow(),
                    ceremony.accepted().all(RoundTwoMessage.class))
                .verifyingShare())
        .isEqualTo(ceremony.roster().orElseThrow().publicKeys().share(bob));
  }

  private static Ceremony recorded() throws IOException {
    return Ceremony.replay(lines("messages.txt").stream().map(Jws::parse).toList());
  }

  private static SoftwareIdentity anyone() {
    return SoftwareIdentity.generate(TestRandom.seeded(1));
  }

  private static List<String> lines(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.US_ASCII).lines().toList();
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(GoldenCeremonyTest.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    }
  }
}
