package org.softpause.signer.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.fixture.TestCeremony;

/** Golden files of what an officer reads before taking part, without what depends on randomness. */
class CeremonyBriefingTest {
  private final TestCeremony founding = TestCeremony.of(7, 3, "Kenya", "India", "Brazil", "Chile");
  private final Ceremony founded = founding.complete();

  @Test
  void aNewKeyNamesItsMembersWithTheirKeys() throws IOException {
    assertPage("ceremony-new.txt", founding, 2, false);
  }

  @Test
  void aRefreshSaysThatNobodyJoinsAndNobodyLeaves() throws IOException {
    TestCeremony refresh = founding.refresh(founded, "Kenya", "India", "Brazil");
    assertPage("ceremony-refresh.txt", refresh, 4, true);
  }

  @Test
  void aResharingToStrangersSaysWhoLeavesThatFewerAreEnoughAndWhatTheReaderGivesAway()
      throws IOException {
    assertPage("ceremony-reshare.txt", takeover(), 5, true);
  }

  @Test
  void whoIsNewToACommitteeReadsThatItsMembersCannotBeCheckedHere() throws IOException {
    assertPage("ceremony-joining.txt", takeover(), 2, false);
  }

  /** Kenya stays beside two strangers; India and Brazil deal and leave; Chile is left out. */
  private TestCeremony takeover() {
    return founding.succeed(
        founded,
        CeremonyPurpose.RESHARE,
        2,
        List.of("Kenya", "India", "Brazil"),
        List.of("Kenya", "Puppet", "Straw"));
  }

  private static void assertPage(String golden, TestCeremony ceremony, int reader, boolean known)
      throws IOException {
    String own = ceremony.plan().participants().get(reader - 1).identity().kid();
    String fingerprint = ceremony.plan().fingerprint();
    String page =
        String.join("\n", new CeremonyBriefing(ceremony.plan(), own, known).page())
            .replace(ceremony.plan().id().toString(), "THE ID")
            .replace(fingerprint.substring(0, 39), "THE FINGERPRINT")
            .replace(fingerprint.substring(40), "AND ITS OTHER HALF");
    for (Member member : ceremony.plan().members()) {
      page = page.replace(member.identity().kid(), member.name().toUpperCase(Locale.ROOT));
    }
    try (InputStream file = CeremonyBriefingTest.class.getResourceAsStream(golden)) {
      String expected = new String(Objects.requireNonNull(file, golden).readAllBytes(), UTF_8);
      assertThat(page + "\n").isEqualTo(expected);
    }
  }
}
