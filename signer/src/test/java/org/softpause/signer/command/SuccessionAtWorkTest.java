package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.signer.command.TestSigners.Outcome;

/** A committee of three refreshes its shares, hands its key on, and loses a machine. */
class SuccessionAtWorkTest {
  private static final List<String> FOUNDERS = List.of("Switzerland", "Kenya", "Brazil");

  @TempDir Path folder;
  private TestSigners office;

  @BeforeEach
  void aCommitteeOfThree() throws IOException {
    office = new TestSigners(folder, new SeededRandom(11));
    office.enrol(List.of("Switzerland", "Kenya", "Brazil", "India", "Chile"));
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aRefreshKeepsTheKeyDestroysTheOldSharesAndIsRecoveredFromItsBackup() throws Exception {
    Outcome founded = found();
    Outcome proposed = office.run("Kenya", "refresh-propose", "--dealers", "Kenya,Brazil");

    List<Outcome> refreshed = office.join(proposed, FOUNDERS);

    assertThat(refreshed)
        .extracting(each -> each.text("groupKey"))
        .containsOnly(founded.text("groupKey"));
    assertThat(refreshed).extracting(each -> each.text("purpose")).containsOnly("refresh");
    assertThat(refreshed).allSatisfy(each -> assertThat(each.out()).contains("\"inForce\":true"));
    assertThat(refreshed.getFirst().text("roster")).isNotEqualTo(founded.text("roster"));
    assertThat(status("Switzerland")).contains("ended").contains("in-force");
    recoverKenya(refreshed.getFirst());
    assertThat(office.join(proposed, List.of("Kenya")).getFirst().text("roster"))
        .isEqualTo(refreshed.getFirst().text("roster"));
  }

  @Test
  void aCommitteeHasOneRefreshAtATimeAndAnOfficerMayLeaveOneThatDoesNotEnd() throws Exception {
    found();
    Outcome stuck = office.run("Kenya", "refresh-propose");
    Outcome second = office.run("Brazil", "refresh-propose");

    Outcome refused = office.joinConfirming("Kenya", second, second.text("id").substring(62));
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).startsWith("refused: refresh-under-way: ").contains(stuck.text("id"));
    office.run("Kenya", "settle", "--abandon", stuck.text("id")).done();

    assertThat(office.join(second, FOUNDERS))
        .extracting(each -> each.text("roster"))
        .containsOnly(office.join(second, List.of("Brazil")).getFirst().text("roster"));
  }

  @Test
  void aSignerThatJoinsSeveralTimesAtOnceTakesNoneOfItsOwnMessagesForForgeries() throws Exception {
    Outcome proposed = propose();

    List<Outcome> joined =
        office.join(
            proposed, List.of("Switzerland", "Kenya", "Kenya", "Kenya", "Brazil", "Brazil"));

    assertThat(joined)
        .extracting(each -> each.text("groupKey"))
        .hasSize(6)
        .containsOnly(joined.getFirst().text("groupKey"));
  }

  @Test
  void aResharingIsReadBeforeItIsJoinedAndUnconfirmedNothingIsStoredOrPosted() throws Exception {
    found();
    Outcome proposed =
        office.run(
            "Kenya", "reshare-propose", "--threshold", "3", "--members", "Kenya,Brazil,Chile");
    assertThat(proposed.done().out()).contains("RESHARING of the key of Compute Council (civil)");
    String before = status("Brazil");
    int received = office.world().received().size();

    Outcome asked =
        office.run(
            "Brazil",
            "join",
            proposed.text("id"),
            "--fingerprint",
            proposed.text("fingerprint"),
            "--for",
            "1ms");
    Outcome mistyped = office.joinConfirming("Brazil", proposed, "zzzz");

    assertThat(asked.code()).isEqualTo(1);
    assertThat(asked.err()).startsWith("refused: confirmation-mismatch: ");
    assertThat(asked.out())
        .contains("RESHARING of the key of Compute Council (civil)")
        .contains("Today any 2 of 3. Chile joins. Switzerland leaves.")
        .contains("Threshold   2 today, then 3.")
        .contains("Dealers     Kenya and Brazil hand their shares on.")
        .contains("You         You hand your share on, and get a new one.");
    assertThat(mistyped.err()).startsWith("refused: confirmation-mismatch: ");
    assertThat(status("Brazil")).isEqualTo(before);
    assertThat(office.world().received().subList(received, office.world().received().size()))
        .allMatch(
            sent ->
                sent.isEmpty()
                    || sent.startsWith(
                        "/v1/ceremonies/" + proposed.text("id") + "/messages?after="));
  }

  private void recoverKenya(Outcome refreshed) {
    String backup = office.file("kenya.backup").toString();
    office.run("Kenya", "backup", backup).done();

    Outcome recovered = office.run("Kenya anew", "recover", "--backup", backup).done();

    assertThat(recovered.out())
        .contains(refreshed.text("roster"))
        .contains("\"standing\":\"in-force\"");
    assertThat(recovered.text("name")).isEqualTo("Kenya");
    assertThat(status("Kenya anew")).contains("in-force").doesNotContain("ended");
    Outcome again = office.run("Kenya anew", "recover", "--backup", backup);
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).startsWith("refused: store-exists");
  }

  @Test
  void aResharingGivesSharesThatWaitAndLeavesTheOldOnesInForce() throws Exception {
    Outcome founded = found();
    Outcome proposed =
        office.run(
            "Kenya",
            "reshare-propose",
            "--threshold",
            "3",
            "--members",
            "Kenya,Brazil,India,Chile",
            "--dealers",
            "Switzerland,Kenya");

    List<Outcome> joined =
        office.join(proposed, List.of("Switzerland", "Kenya", "Brazil", "India", "Chile"));

    assertThat(joined)
        .extracting(each -> each.text("groupKey"))
        .containsOnly(founded.text("groupKey"));
    assertThat(joined)
        .extracting(each -> each.text("role"))
        .containsExactly("dealer", "member", "member", "member", "member");
    assertThat(joined).allSatisfy(each -> assertThat(each.out()).contains("\"inForce\":false"));
    assertThat(status("Switzerland")).contains("in-force").contains("ended");
    assertThat(status("Kenya")).contains("in-force").contains("waiting");
    assertThat(status("Chile")).contains("waiting").doesNotContain("in-force");
    recoverChile(joined.getFirst());
    abandon(proposed.text("id"));
  }

  private void recoverChile(Outcome reshared) {
    String backup = office.file("chile.backup").toString();
    office.run("Chile", "backup", backup).done();

    Outcome recovered = office.run("Chile anew", "recover", "--backup", backup).done();

    assertThat(recovered.out())
        .contains(reshared.text("roster"))
        .contains("\"standing\":\"waiting\"");
  }

  private void abandon(String ceremony) {
    Outcome settled = office.run("Chile", "settle").done();
    assertThat(settled.out()).contains("\"destroyed\":[]");
    Outcome blind = office.run("Chile", "settle", "--abandon", ceremony);
    assertThat(blind.err()).startsWith("refused: deployment-not-pinned: ");
    assertThat(status("Chile")).contains("waiting");
    Outcome inForce = office.run("Kenya", "settle", "--abandon", "0x" + "00".repeat(32));
    assertThat(inForce.err()).startsWith("refused: wrong-ceremony: ");
  }

  @Test
  void whatAPlanMustNotSayIsRefusedBeforeItReachesTheBoard() throws Exception {
    found();

    assertRefused("plan-invalid", "refresh-propose", "--dealers", "Kenya");
    assertRefused("not-a-member", "refresh-propose", "--dealers", "Kenya,India");
    assertRefused(
        "plan-invalid",
        "reshare-propose",
        "--threshold",
        "4",
        "--members",
        "Switzerland,Kenya,Brazil");
    assertRefused("wrong-roster", "refresh-propose", "--roster", "0x" + "00".repeat(32));
    Outcome stranger = office.run("India", "refresh-propose");
    assertThat(stranger.err()).startsWith("refused: wrong-roster: ");
  }

  private void assertRefused(String rule, String... arguments) {
    Outcome refused = office.run("Kenya", arguments);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).startsWith("refused: " + rule + ": ");
  }

  private Outcome found() throws InterruptedException, ExecutionException {
    return office.join(propose(), FOUNDERS).getFirst();
  }

  private Outcome propose() {
    return office.run(
        "Switzerland",
        "ceremony-propose",
        "--body",
        "Compute Council",
        "--civil",
        "--threshold",
        "2",
        "--members",
        String.join(",", FOUNDERS));
  }

  private String status(String name) {
    return office.run(name, "status").done().out();
  }
}
