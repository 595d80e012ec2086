package org.softpause.protocol.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Identifier;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Hex;
import org.softpause.protocol.ceremony.document.RoundTwoMessage;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.CanonicalJson;

/**
 * Replays one recorded resharing of a 2-of-3 committee: alice and carol deal to carol and frank.
 * Its messages must give frank his share even decades later.
 */
class GoldenResharingTest {
  private static final Identifier FRANK = new Identifier(2);

  @Test
  void theRecordedResharingReplaysToItsPlanAndRoster() throws IOException {
    Ceremony ceremony = recorded();

    assertThat(ceremony.phase()).isEqualTo(CeremonyPhase.COMPLETE);
    assertThat(CanonicalJson.encode(ceremony.plan().toJson())).isEqualTo(bytes("plan.json"));
    assertThat(CanonicalJson.encode(ceremony.roster().orElseThrow().toJson()))
        .isEqualTo(bytes("roster.json"));
    assertThat(ceremony.id().toString())
        .isEqualTo("0x8a056f71c9e50cfc1d43ef7af9e4e0443d35aa143bdcab72298f48615ec48393");
    assertThat(ceremony.roster().orElseThrow().hash().toString())
        .isEqualTo("0xfd95093dcaca9e9e06d1500c8b12f307c2ad07261a1c39b8c8088f6729a7b8b5");
  }

  @Test
  void franksSeedStillGivesHisShareOfTheRecordedResharing() throws IOException {
    Ceremony ceremony = recorded();
    Seed seed = Seed.fromSecretBytes(Hex.parse(lines("seed-of-frank.txt").getFirst()));

    assertThat(
            new ParticipantSecrets(ceremony.plan(), FRANK, seed)
                .finish(
                    ceremony.state().keys().orElseThrow(),
                    ceremony.accepted().all(RoundTwoMessage.class))
                .verifyingShare())
        .isEqualTo(ceremony.roster().orElseThrow().publicKeys().share(FRANK));
  }

  private static Ceremony recorded() throws IOException {
    return Ceremony.replay(lines("messages.txt").stream().map(Jws::parse).toList());
  }

  private static List<String> lines(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.US_ASCII).lines().toList();
  }

  private static byte[] bytes(String name) throws IOException {
    String path = "resharing/" + name;
    try (InputStream in =
        Objects.requireNonNull(GoldenResharingTest.class.getResourceAsStream(path), path)) {
      return in.readAllBytes();
    }
  }
}
