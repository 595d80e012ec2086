package org.softpause.signer.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.ceremony.document.RepairRequest;
import org.softpause.protocol.committee.RosterMember;
import org.softpause.protocol.fixture.TestRepair;

/** The page that a helper reads. */
class RepairBriefingTest {
  private final RepairRequest request = (RepairRequest) new TestRepair(41).ask(1, 2, 3).opening();

  @Test
  void aHelperReadsWhoAsksWhoHelpsAndWhatItGivesAway() throws IOException {
    try (InputStream file = RepairBriefingTest.class.getResourceAsStream("repair.txt")) {
      String expected = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
      assertThat(page(1)).isEqualTo(expected);
    }
  }

  @Test
  void everyReaderIsToldItsOwnPart() {
    assertThat(page(4)).contains("You ask for your share.");
    assertThat(page(5)).contains("You are not asked to help.");
  }

  private String page(int reader) {
    String own = request.roster().members().get(reader - 1).member().identity().kid();
    String fingerprint = request.fingerprint();
    String page =
        String.join("\n", new RepairBriefing(request, own, ZoneOffset.UTC).page())
            .replace(request.id().toString(), "THE ID")
            .replace(fingerprint.substring(0, 39), "THE FINGERPRINT")
            .replace(fingerprint.substring(40), "AND ITS OTHER HALF")
            .replace(request.roster().hash().toString(), "THE ROSTER")
            .replaceAll("Key +0x[0-9a-f]{66}", "Key         THE KEY");
    for (RosterMember member : request.roster().members()) {
      page =
          page.replace(
              member.member().identity().kid(), member.member().name().toUpperCase(Locale.ROOT));
    }
    return page + "\n";
  }
}
