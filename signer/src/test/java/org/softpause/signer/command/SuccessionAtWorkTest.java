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
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.signer.world.Officer;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.Outcome;

/** A committee of three refreshes its shares, hands its key on, and loses a machine. */
class SuccessionAtWorkTest {
  private static final List<String> FOUNDERS = List.of("Switzerland", "Kenya", "Brazil");

  @TempDir Path folder;
  private Officers officers;

  @BeforeEach
  void aCommitteeOfThree() throws IOException {
    officers = new Officers(folder, new SeededRandom(11));
    officers.enrol(List.of("Switzerland", "Kenya", "Brazil", "India", "Chile"));
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void aRefreshKeepsTheKeyDestroysTheOldSharesAndIsRecoveredFromItsBackup() throws Exception {
    Outcome founded = found();
    Outcome proposed = officers.kenya().proposesRefresh("--dealers", "Kenya,Brazil");

    List<Outcome> refreshed = officers.joinAll(proposed, FOUNDERS);

    assertThat(refreshed)
        .extracting(each -> each.text("groupKey"))
        .containsOnly(founded.text("groupKey"));
    assertThat(refreshed).extracting(each -> each.text("purpose")).containsOnly("refresh");
    assertThat(refreshed).allSatisfy(each -> assertThat(each.out()).contains("\"inForce\":true"));
    assertThat(refreshed.getFirst().text("roster")).isNotEqualTo(founded.text("roster"));
    assertThat(seats("Switzerland")).contains("ended").contains("in-force");
    recoverKenya(refreshed.getFirst());
    assertThat(officers.joinAll(proposed, List.of("Kenya")).getFirst().text("roster"))
        .isEqualTo(refreshed.getFirst().text("roster"));
  }

  @Test
  void aCommitteeHasOneRefreshAtATimeAndAnOfficerMayLeaveOneThatDoesNotEnd() throws Exception {
    found();
    Outcome stuck = officers.kenya().proposesRefresh();
    Outcome second = officers.brazil().proposesRefresh();

    Outcome refused = joinWithoutWaiting(officers.kenya(), second, Officer.lastFour(second.id()));
    assertThat(refused.refused("refresh-under-way").err()).contains(stuck.text("id"));
    officers.kenya().abandons(stuck.id()).done();

    assertThat(officers.joinAll(second, FOUNDERS))
        .extracting(each -> each.text("roster"))
        .containsOnly(officers.joinAll(second, List.of("Brazil")).getFirst().text("roster"));
  }

  @Test
  void aSignerThatJoinsSeveralTimesAtOnceTakesNoneOfItsOwnMessagesForForgeries() throws Exception {
    Outcome proposed = propose();

    List<Outcome> joined =
        officers.joinAll(
            proposed, List.of("Switzerland", "Kenya", "Kenya", "Kenya", "Brazil", "Brazil"));

    assertThat(joined)
        .extracting(each -> each.text("groupKey"))
        .hasSize(6)
        .containsOnly(joined.getFirst().text("groupKey"));
  }

  @Test
  void aResharingIsReadBeforeItIsJoinedAndUnconfirmedNothingIsStoredOrPosted() throws Exception {
    found();
    Outcome proposed = officers.kenya().proposesResharing(3, List.of("Kenya", "Brazil", "Chile"));
    assertThat(proposed.done().out()).contains("RESHARING of the key of Compute Council (civil)");
    String before = seats("Brazil");
    int received = officers.service().received().size();

    Outcome asked = officers.brazil().joins(proposed, "--for", "1ms");
    Outcome mistyped = joinWithoutWaiting(officers.brazil(), proposed, "zzzz");

    assertThat(asked.refused("confirmation-mismatch").out())
        .contains("RESHARING of the key of Compute Council (civil)")
        .contains("Today any 2 of 3. Chile joins. Switzerland leaves.")
        .contains("Threshold   2 today, then 3.")
        .contains("Dealers     Kenya and Brazil hand their shares on.")
        .contains("You         You hand your share on, and get a new one.");
    mistyped.refused("confirmation-mismatch");
    assertThat(seats("Brazil")).isEqualTo(before);
    List<String> all = officers.service().received();
    assertThat(all.subList(received, all.size()))
        .allMatch(
            sent ->
                sent.isEmpty()
                    || sent.startsWith(
                        "/v1/ceremonies/" + proposed.text("id") + "/messages?after="));
  }

  private void recoverKenya(Outcome refreshed) {
    Path backup = officers.file("kenya.backup");
    officers.kenya().backsUpTo(backup).done();
    Officer anew = officers.named("Kenya anew");

    Outcome recovered = anew.recoversFrom(backup).done();

    assertThat(recovered.out())
        .contains(refreshed.text("roster"))
        .contains("\"standing\":\"in-force\"");
    assertThat(recovered.text("name")).isEqualTo("Kenya");
    assertThat(seats("Kenya anew")).contains("in-force").doesNotContain("ended");
    anew.recoversFrom(backup).refused("store-exists");
  }

  @Test
  void aResharingGivesSharesThatWaitAndLeavesTheOldOnesInForce() throws Exception {
    Outcome founded = found();
    Outcome proposed =
        officers
            .kenya()
            .proposesResharing(
                3, List.of("Kenya", "Brazil", "India", "Chile"), "--dealers", "Switzerland,Kenya");

    List<Outcome> joined =
        officers.joinAll(proposed, List.of("Switzerland", "Kenya", "Brazil", "India", "Chile"));

    assertThat(joined)
        .extracting(each -> each.text("groupKey"))
        .containsOnly(founded.text("groupKey"));
    assertThat(joined)
        .extracting(each -> each.text("role"))
        .containsExactly("dealer", "member", "member", "member", "member");
    assertThat(joined).allSatisfy(each -> assertThat(each.out()).contains("\"inForce\":false"));
    assertThat(seats("Switzerland")).contains("in-force").contains("ended");
    assertThat(seats("Kenya")).contains("in-force").contains("waiting");
    assertThat(seats("Chile")).contains("waiting").doesNotContain("in-force");
    recoverChile(joined.getFirst());
    abandon(proposed.id());
  }

  private void recoverChile(Outcome reshared) {
    Path backup = officers.file("chile.backup");
    officers.named("Chile").backsUpTo(backup).done();

    Outcome recovered = officers.named("Chile anew").recoversFrom(backup).done();

    assertThat(recovered.out())
        .contains(reshared.text("roster"))
        .contains("\"standing\":\"waiting\"");
  }

  private void abandon(Bytes32 ceremony) {
    Officer chile = officers.named("Chile");
    assertThat(chile.settles().done().out()).contains("\"destroyed\":[]");
    chile.abandons(ceremony).refused("deployment-not-pinned");
    assertThat(chile.seats()).contains("waiting");
    officers.kenya().abandons(Bytes32.ZERO).refused("wrong-ceremony");
  }

  @Test
  void whatAPlanMustNotSayIsRefusedBeforeItReachesTheBoard() throws Exception {
    found();

    Officer kenya = officers.kenya();
    kenya.proposesRefresh("--dealers", "Kenya").refused("plan-invalid");
    kenya.proposesRefresh("--dealers", "Kenya,India").refused("not-a-member");
    kenya.proposesResharing(4, FOUNDERS).refused("plan-invalid");
    kenya.proposesRefresh("--roster", Bytes32.ZERO.toString()).refused("wrong-roster");
    officers.india().proposesRefresh().refused("wrong-roster");
  }

  private static Outcome joinWithoutWaiting(Officer officer, Outcome proposed, String digits) {
    return officer.joins(proposed, "--confirm", digits, "--for", "1ms");
  }

  private Outcome found() throws InterruptedException, ExecutionException {
    return officers.joinAll(propose(), FOUNDERS).getFirst();
  }

  private Outcome propose() {
    return officers.switzerland().proposesCommittee(2, FOUNDERS);
  }

  private String seats(String name) {
    return officers.named(name).seats();
  }
}
