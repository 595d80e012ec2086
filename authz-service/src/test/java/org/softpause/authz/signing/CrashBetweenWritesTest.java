package org.softpause.authz.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.softpause.authz.HttpCaller;
import org.softpause.authz.OpenDecision;
import org.softpause.authz.RunningService;
import org.softpause.authz.Signatories;
import org.softpause.authz.SingleCommitteeRegistry;
import org.softpause.frost.SignatureShare;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.jose.Jws;

/**
 * A signing during which the service crashes before one of its writes, for one write after another.
 * The database refuses the write, so that the whole request is rolled back; another service, which
 * knows nothing but the database, then gets the same request. Every third write is tried by
 * default, every one with {@code -Dsoftpause.writes=1}.
 */
class CrashBetweenWritesTest {
  private static final List<String> TABLES =
      List.of(
          "decision",
          "ballot",
          "commitment",
          "signing_event",
          "signing_session",
          "signing_seat",
          "group_signature",
          "certificate",
          "anchoring",
          "audit_entry");

  private static final int STEP = Integer.getInteger("softpause.writes", 3);

  private static SingleCommitteeRegistry world;
  private static RunningService other;
  private int crashes;

  @BeforeAll
  static void twoServicesOnOneDatabase() throws SQLException {
    world = SingleCommitteeRegistry.sharedThatOnlySigns();
    other = world.startReplica();
    run("create sequence write_count");
    run("create table fatal_write (number bigint not null)");
    run("insert into fatal_write values (0)");
    run(
        """
        create function die_before_write() returns trigger language plpgsql as $$
        begin
            if nextval('write_count') = (select number from fatal_write) then
                raise exception 'the service dies here';
            end if;
            return new;
        end
        $$
        """);
    for (String table : TABLES) {
      run(
          "create trigger a_dies before insert or update on "
              + table
              + " for each row execute function die_before_write()");
    }
  }

  @AfterAll
  static void repair() throws SQLException {
    for (String table : TABLES) {
      run("drop trigger a_dies on " + table);
    }
    other.close();
  }

  @AfterEach
  void backToTheFirst() {
    world.signatories().turnTo(world.service());
  }

  @Test
  void whateverWriteIsTheLastNothingIsLostAndNothingCountsTwice() throws SQLException {
    int number = 1;
    do {
      crashes = 0;
      signCrashingAt(number);
      number += STEP;
    } while (crashes == 1);
    assertThat(number).as("writes of one signing").isGreaterThan(40);
  }

  /** Four approve, the third stays silent, the others sign in the second session. */
  private void signCrashingAt(int number) throws SQLException {
    Signatories signatories = world.signatories();
    Pause pause = world.pause(11).drill(true).ceilingBps(5_000 + number).build();
    OpenDecision drill = OpenDecision.proposedBy(signatories, pause);
    Bytes32 id = drill.id();
    run("select setval('write_count', 1, false)");
    run("update fatal_write set number = " + number);
    for (int member = 1; member <= 4; member++) {
      Jws ballot = signatories.approval(id, member);
      untilTaken(() -> signatories.cast(id, ballot));
    }
    for (int member : List.of(1, 2, 1, 4, 2)) {
      Jws share = share(id, member);
      untilTaken(() -> signatories.send(id, share));
    }
    run("update fatal_write set number = 0");
    assertThat(drill.state()).as("write %d", number).isEqualTo("CERTIFIED");
    drill.assertCertifiedBy(1, 2, 4);
    assertThat(drill.culprits()).isEmpty();
    assertThat(drill.silent()).containsExactly(3);
  }

  private static Jws share(Bytes32 id, int member) {
    Signatories signatories = world.signatories();
    SigningPackageDocument asked = signatories.signingPackage(id, member).orElseThrow();
    SignatureShare share = signatories.share(id, asked, member);
    return signatories.shareDocument(id, asked, member, share);
  }

  private void untilTaken(Supplier<HttpCaller.Answer> request) {
    if (request.get().status() != 201) {
      crashes++;
      RunningService survivor = crashes % 2 == 1 ? other : world.service();
      world.signatories().turnTo(survivor);
      assertThat(request.get().status()).isEqualTo(201);
    }
    assertThat(request.get().status()).as("the same once more").isEqualTo(200);
  }

  private static void run(String sql) throws SQLException {
    try (var connection = world.database().open();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
