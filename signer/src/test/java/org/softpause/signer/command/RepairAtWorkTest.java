package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.frost.Identifier;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.ceremony.document.RepairParts;
import org.softpause.protocol.ceremony.document.RepairRequest;
import org.softpause.protocol.ceremony.repair.RepairTranscript;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.EncryptionKey;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SealedShare;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.transport.HttpTransport;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.world.Folders;
import org.softpause.signer.world.Officer;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.Outcome;

/** Brazil's store is lost; its backup was made before the committee and holds the identity only. */
class RepairAtWorkTest {
  private static final String HELPERS = "Kenya,India,Civil Council";
  private static final String[] ONE_LOOK = {"--for", "0s"};

  @TempDir Path folder;
  private Officers officers;
  private Officer brazil;
  private Bytes32 ceremony;
  private Path lost;
  private SecretBytes lostShare;

  @BeforeEach
  void brazilLosesItsStore() throws Exception {
    officers = new Officers(folder, new SeededRandom(31));
    brazil = officers.brazil();
    officers.enrol(Officers.FOUNDERS);
    brazil.backsUpTo(folder.resolve("before")).done();
    officers.joinAll(officers.proposeCommittee(), Officers.FOUNDERS);
    officers.deployRegistry();
    officers.pinRegistry(Officers.FOUNDERS);
    ceremony = officers.service().onlyCeremony().id();
    lostShare = share(ceremony);
    lost = folder.resolve("lost");
    Folders.copy(brazil.storeDirectory(), lost);
    Folders.delete(brazil.storeDirectory());
    brazil.recoversFrom(folder.resolve("before")).done();
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void theSameShareComesBackAndSigns() {
    Outcome asked = brazil.asksForRepair(ceremony, HELPERS).done();
    assertThat(brazil.status())
        .contains("Repair " + asked.id() + ": member 3, under way")
        .contains("its share is lost here and waits for a repair");
    helpAll(asked, "Kenya", "India", "Civil Council");
    assertThat(brazil.followsRepair(ceremony).done().out()).contains("\"role\":\"repaired\"");
    assertThat(brazil.store().read().seat(ceremony).orElseThrow().signingShare())
        .contains(lostShare);
    assertThat(brazil.store().read().seat(asked.id()).orElseThrow().seed()).isEmpty();
    for (String helper : List.of("Kenya", "India", "Civil Council")) {
      officers.named(helper).watchesOnce().done();
      assertThat(officers.named(helper).store().read().seat(asked.id()).orElseThrow().status())
          .isEqualTo(SeatStatus.ENDED);
    }
    brazil.pinsRegistry().done();
    officers.sign(officers.kenya().proposesPause().id());
  }

  @Test
  void anOldCopyOfTheLostStoreIsRefusedBeforeTheNewOneHasSignedAnything() throws Exception {
    repair();
    Folders.delete(brazil.storeDirectory());
    Folders.copy(lost, brazil.storeDirectory());
    assertThat(brazil.watchesOnce().refused("signer-behind").err()).contains("it is an old copy");
    brazil.proposesPause().refused("signer-behind");
  }

  @Test
  void aStoreThatHoldsItsShareAsksForNoRepair() {
    officers
        .kenya()
        .asksForRepair(ceremony, "India,Switzerland,Civil Council")
        .refused("share-not-lost");
    repair();
    brazil.asksForRepair(ceremony, HELPERS).refused("share-not-lost");
    brazil.followsRepair(ceremony).refused("share-not-lost");
  }

  @Test
  void nobodyHelpsUnconfirmed() {
    Outcome asked = brazil.asksForRepair(ceremony, HELPERS).done();
    officers.watchOnce("Kenya", "India", "Civil Council");
    Officer kenya = officers.kenya();
    kenya.helps(asked, "India", ONE_LOOK).refused("confirmation-mismatch");
    String[] as = {"--member", "Brazil", "--fingerprint", asked.text("fingerprint")};
    kenya
        .run("repair-help", asked.text("id"), as[0], as[1], as[2], "00" + as[3], "--confirm", "x")
        .refused("fingerprint-mismatch");
    Outcome unconfirmed =
        kenya.run("repair-help", asked.text("id"), as[0], as[1], as[2], as[3], "--confirm", "zzzz");
    unconfirmed.refused("confirmation-mismatch");
    officers.switzerland().helps(asked, "Brazil", ONE_LOOK).refused("wrong-role");
    brazil.helps(asked, "Brazil", "--for", "0s");
    kenya.joins(asked).refused("wrong-ceremony");
    assertThat(officers.service().ceremony(asked.id()).messages()).hasSize(1);
    assertThat(kenya.store().read().seat(asked.id())).isEmpty();
    assertThat(kenya.run("show", "--repair", asked.text("id")).done().out())
        .contains("REPAIR of the lost share of Brazil in Compute Council (civil)")
        .contains("You are asked to help.");
  }

  @Test
  void aSilentHelperIsReplacedByANewRequestToOthers() {
    Outcome first = brazil.asksForRepair(ceremony, HELPERS).done();
    assertThat(brazil.asksForRepair(ceremony, HELPERS).done().id()).isEqualTo(first.id());
    officers.kenya().helps(first, "Brazil", ONE_LOOK);
    assertThat(brazil.followsRepair(ceremony, ONE_LOOK).err())
        .contains("waiting for India, Civil Council");
    Outcome second = brazil.asksForRepair(ceremony, "Kenya,India,Switzerland").done();
    helpAll(second, "Kenya", "India", "Switzerland");
    brazil.followsRepair(ceremony).done();
    assertThat(brazil.store().read().seat(ceremony).orElseThrow().signingShare())
        .contains(lostShare);
  }

  @Test
  void whateverWasStoredBeforeAStopIsSentAgainByteForByte() {
    Outcome asked = brazil.asksForRepair(ceremony, HELPERS).done();
    Bytes32 id = asked.id();
    helpAll(asked, "Kenya", "India", "Civil Council");
    // Everything is done again from here, with a stop after each write and before each posting.
    Outcome second = brazil.asksForRepair(ceremony, "Kenya,India,Switzerland").done();
    assertThat(second.id()).isNotEqualTo(id);
    List<String> helpers = List.of("Kenya", "India", "Switzerland");
    for (int step = 0; step < 3; step++) {
      for (String name : helpers) {
        Officer helper = officers.named(name);
        stopped(() -> helper.helps(second, "Brazil", ONE_LOOK));
        Jws stored = helper.store().read().seat(second.id()).orElseThrow().sent().getLast();
        helper.helps(second, "Brazil", ONE_LOOK);
        assertThat(officers.service().ceremony(second.id()).messages()).contains(stored);
      }
    }
    stopped(() -> brazil.followsRepair(ceremony, ONE_LOOK));
    assertThat(brazil.store().read().seat(ceremony).orElseThrow().signingShare())
        .contains(lostShare);
    assertThat(officers.service().ceremony(second.id()).phase())
        .isEqualTo(CeremonyPhase.REPAIR_REBUILD);
    Jws completion = brazil.store().read().seat(second.id()).orElseThrow().sent().getLast();
    brazil.followsRepair(ceremony).done();
    assertThat(officers.service().ceremony(second.id()).messages().getLast()).isEqualTo(completion);
  }

  @Test
  void aLyingHelperIsNamedAndTheOthersGoOnWithoutIt() {
    Outcome asked = brazil.asksForRepair(ceremony, HELPERS).done();
    for (String name : List.of("Kenya", "India", "Civil Council")) {
      officers.named(name).helps(asked, "Brazil", ONE_LOOK);
    }
    Ceremony seen = officers.service().ceremony(asked.id());
    board().post(asked.id(), identity("Kenya").sign(badParts(seen, 2).toJson()));
    officers.india().helps(asked, "Brazil", ONE_LOOK);
    officers.named("Civil Council").helps(asked, "Brazil", ONE_LOOK);
    officers.india().helps(asked, "Brazil", ONE_LOOK);
    Ceremony aborted = officers.service().ceremony(asked.id());
    assertThat(aborted.culprits()).containsExactly(new Identifier(2));
    assertThat(brazil.followsRepair(ceremony).refused("ceremony-aborted").err())
        .contains("bad part to member 4")
        .contains("culprits: [2 (Kenya)]");
    assertThat(officers.named("Civil Council").watchesOnce().done().out())
        .contains("culprits: [2 (Kenya)]");
    assertThat(brazil.store().read().seat(asked.id()).orElseThrow().status())
        .isEqualTo(SeatStatus.ENDED);
    Outcome again = brazil.asksForRepair(ceremony, "Switzerland,India,Civil Council").done();
    helpAll(again, "Switzerland", "India", "Civil Council");
    brazil.followsRepair(ceremony).done();
  }

  @Test
  void nobodyHelpsAfterTheEnd() {
    Outcome asked = brazil.asksForRepair(ceremony, HELPERS).done();
    officers.kenya().helps(asked, "Brazil", ONE_LOOK);
    officers.pass(Duration.ofDays(3));
    officers.india().helps(asked, "Brazil", ONE_LOOK);
    officers.pass(Duration.ofSeconds(1));
    officers.named("Civil Council").helps(asked, "Brazil", ONE_LOOK).refused("repair-expired");
    officers.kenya().helps(asked, "Brazil", ONE_LOOK).refused("repair-expired");
    brazil.followsRepair(ceremony).refused("repair-expired");
    assertThat(officers.kenya().store().read().seat(asked.id()).orElseThrow().seed()).isEmpty();
    assertThat(brazil.asksForRepair(ceremony, HELPERS).done().id()).isNotEqualTo(asked.id());
  }

  @Test
  void aBackupMadeAfterTheRepairRecoversTheShare() throws Exception {
    repair();
    brazil.backsUpTo(folder.resolve("after")).done();
    Folders.delete(brazil.storeDirectory());
    brazil.recoversFrom(folder.resolve("after")).done();
    assertThat(brazil.store().read().seat(ceremony).orElseThrow().signingShare())
        .contains(lostShare);
    assertThat(brazil.store().read().ledger().highestNumber()).isGreaterThanOrEqualTo(1_000);
    brazil.watchesOnce().done();
  }

  @Test
  void theShareOfARefreshedCommitteeReplacesTheOneFromAnOldBackup() throws Exception {
    repair();
    brazil.backsUpTo(folder.resolve("old")).done();
    Outcome refresh = officers.kenya().proposesRefresh().done();
    officers.joinAll(refresh, Officers.FOUNDERS);
    officers.service().seat(refresh.id());
    SecretBytes fresh = share(refresh.id());
    Folders.delete(brazil.storeDirectory());
    brazil.recoversFrom(folder.resolve("old")).done();
    brazil.asksForRepair(ceremony, HELPERS).refused("share-not-lost");
    Outcome asked = brazil.asksForRepair(refresh.id(), HELPERS).done();
    helpAll(asked, "Kenya", "India", "Civil Council");
    brazil.followsRepair(refresh.id()).done();
    assertThat(share(refresh.id())).isEqualTo(fresh);
    assertThat(brazil.store().read().seat(ceremony).orElseThrow().status())
        .isEqualTo(SeatStatus.ENDED);
    brazil.pinsRegistry().done();
    officers.sign(officers.kenya().proposesPause().id());
  }

  private SecretBytes share(Bytes32 of) {
    return brazil.store().read().seat(of).orElseThrow().signingShare().orElseThrow();
  }

  private void repair() {
    Outcome asked = brazil.asksForRepair(ceremony, HELPERS).done();
    helpAll(asked, "Kenya", "India", "Civil Council");
    brazil.followsRepair(ceremony).done();
  }

  /** Consents by the officers, then parts and sums by their watches. */
  private void helpAll(Outcome asked, String... helpers) {
    for (String name : helpers) {
      officers.named(name).helps(asked, "Brazil", ONE_LOOK);
    }
    for (int round = 0; round < 2; round++) {
      officers.watchOnce(helpers);
    }
    assertThat(officers.service().ceremony(asked.id()).phase())
        .isEqualTo(CeremonyPhase.REPAIR_REBUILD);
  }

  /** A command stores its message and is stopped before the service has it. */
  private void stopped(Runnable command) {
    officers.service().breakDown(request -> request.startsWith("POST"));
    command.run();
    officers.service().breakDown(request -> false);
  }

  private BulletinBoard board() {
    return new BulletinBoard(
        new ServiceClient(
            new HttpTransport(HttpClient.newHttpClient()),
            officers.service().address(),
            Duration.ofSeconds(10)));
  }

  private SoftwareIdentity identity(String name) {
    IdentityKey.Software key =
        (IdentityKey.Software) officers.named(name).store().read().identity();
    return SoftwareIdentity.ofSecretBytes(key.secret().exposeSecretBytes(), new SeededRandom(5));
  }

  /** Parts that open and do not fit what the helper has committed to. */
  private static RepairParts badParts(Ceremony seen, int helper) {
    RepairTranscript shown = seen.repair().orElseThrow();
    RepairRequest request = shown.request();
    Identifier self = new Identifier(helper);
    byte[] one = new byte[SealedShare.SHARE_LENGTH];
    one[one.length - 1] = 1;
    TreeMap<Identifier, SealedShare> parts = new TreeMap<>();
    request
        .othersThan(self)
        .forEach(
            receiver -> {
              EncryptionKey key =
                  Objects.requireNonNull(
                      Objects.requireNonNull(shown.consents().get(receiver))
                          .encryptionKeys()
                          .get(self));
              parts.put(receiver, SealedShare.seal(one, key, new SeededRandom(6)));
            });
    return new RepairParts(request.id(), self, shown.consentsHash(), parts);
  }
}
