package org.softpause.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every rule that the database enforces again, broken once. Each test's rows are rolled back. */
class SchemaTest {
  private static final PostgresFixture.Database DATABASE = PostgresFixture.shared().newDatabase();

  private Connection connection;

  @BeforeAll
  static void migrate() {
    var result =
        Flyway.configure()
            .dataSource(DATABASE.url(), DATABASE.user(), DATABASE.password())
            .load()
            .migrate();
    assertThat(result.success).isTrue();
  }

  @BeforeEach
  void open() throws SQLException {
    connection = DATABASE.open();
    connection.setAutoCommit(false);
  }

  @AfterEach
  void rollBack() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void theServerIsPostgreSql18() throws SQLException {
    assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
  }

  @Test
  void anAuditEntryIsNeverChangedOrDeleted() throws SQLException {
    run(
        "insert into audit_entry (at, subject, subject_id, step) values (now(), 'DECISION', %s, 'PROPOSED')",
        b(32, 1));
    refused("update audit_entry set step = 'FINAL'", "only ever added");
    refused("delete from audit_entry", "only ever added");
  }

  @Test
  void anEnrolmentCodeIsUsedOnceAndOnlyInItsTime() throws SQLException {
    code(1);
    jurisdiction(7, "Switzerland", 1);
    refused(insertJurisdiction(8, "Kenya", 1), "jurisdiction_code_hash_key");
    refused(
        "update enrolment_code set used_at = expires_at + interval '1 second'",
        "enrolment_code_check");
  }

  @Test
  void aNameBelongsToOneKey() throws SQLException {
    code(1);
    code(2);
    jurisdiction(7, "Switzerland", 1);
    refused(insertJurisdiction(8, "Switzerland", 2), "jurisdiction_name_key");
  }

  @Test
  void aRegionOutsideIso3166IsRefused() {
    refused(
        "insert into enrolment_code values ("
            + b(32, 1)
            + ", 'Kenya', '{0}', now(), now() + interval '1 day', null)",
        "enrolment_code_regions_check");
    refused(
        "insert into enrolment_code values ("
            + b(32, 1)
            + ", 'Kenya', '{1000}', now(), now() + interval '1 day', null)",
        "enrolment_code_regions_check");
  }

  @Test
  void aMemberSaysEachThingOnceInACeremony() throws SQLException {
    ceremony();
    run(insertMessage(0, 1, 10));
    refused(insertMessage(1, 1, 11), "ceremony_message_once");
    run(insertMessage(1, 2, 11));
    run(insertMessage(2, 1, 12).replace("-ceremony-v1", "-possession-share-v1"));
    run(insertMessage(3, 1, 13).replace("-ceremony-v1", "-possession-share-v1"));
    refused("update ceremony_message set message = ''", "only ever added");
  }

  @Test
  void aCeremonyIsCompleteOnlyWithItsPossession() throws SQLException {
    ceremony();
    refused("update ceremony set phase = 'COMPLETE'", "ceremony_check");
    refused("update ceremony set possession = " + b(65, 1), "ceremony_check");
  }

  @Test
  void thereIsOneRegistryForEver() throws SQLException {
    String insert =
        "insert into registry (address, chain_id, deployment_block, code_hash, head0, deployment, adopted_at)"
            + " values (%s, 1, 0, %s, %s, '{}', now())";
    run(insert, b(20, 1), b(32, 1), b(32, 1));
    refused(String.format(insert, b(20, 2), b(32, 1), b(32, 1)), "registry_pkey");
    refused("delete from registry", "only ever added");
  }

  @Test
  void aDecisionHasAKnownStateAndA32ByteId() throws SQLException {
    decision(1);
    refused("update decision set state = 'PAUSED'", "decision_state_check");
    refused(insertDecision(b(31, 1), "0"), "decision_id_check");
    refused(insertDecision(b(32, 2), "16"), "decision_slot_check");
    refused(insertDecision(b(32, 2), "null"), "decision_check");
  }

  @Test
  void reasonsMustHashToWhatWasSigned() throws SQLException {
    decision(1);
    committee();
    String insert = "insert into proposal values (%s, %s, 1, 'jws', 'why', 'text/markdown', %s)";
    refused(String.format(insert, b(32, 1), b(32, 50), b(32, 3)), "proposal_check");
    run(insert, b(32, 1), b(32, 50), "sha256('why')");
  }

  @Test
  void aMemberHasOneApprovalAndOneRejection() throws SQLException {
    decision(1);
    committee();
    run(insertBallot("APPROVE", "null", 1));
    refused(insertBallot("APPROVE", "null", 2), "ballot_pkey");
    refused(insertBallot("REJECT", "null", 2), "ballot_check");
    run(insertBallot("REJECT", "'too broad'", 2));
  }

  @Test
  void aRosterSitsInSeveralPlacesAndAPlaceHoldsOneRosterAGeneration() throws SQLException {
    committee();
    run(insertPlace("STANDING", 0, 0));
    run(insertPlace("EMERGENCY", 0, 0));
    run(insertPlace("STANDING", 1, 0));
    run(insertPlace("STANDING", 1, 1));
    refused(insertPlace("STANDING", 1, 1), "committee_pkey");
    refused(insertPlace("SITTING", 0, 0), "committee_mandate_check");
    refused("update committee set epoch = 2", "only ever added");
  }

  @Test
  void aMemberOwesAShareToOneSessionAtMost() throws SQLException {
    decision(1);
    run(insertVote(1, 1, "APPROVAL"));
    run(insertSession(1));
    run(insertSeat(1, 1, 1));
    run(insertShare(2, 1, 1, "COUNTED"));
    run(insertSession(2));
    refused(insertSeat(2, 1, 2), "signing_seat_one_owed");
    run("update signing_seat set answer = 2");
    run(insertSeat(2, 1, 2));
  }

  @Test
  void aCommitmentIsUsedInOneSession() throws SQLException {
    decision(1);
    run(insertVote(1, 1, "APPROVAL"));
    run(insertSession(1));
    run(insertSeat(1, 1, 1));
    run(insertShare(2, 1, 1, "COUNTED"));
    run("update signing_seat set answer = 2");
    run(insertSession(2));
    refused(insertSeat(2, 1, 1), "signing_seat_decision_roster_source_key");
  }

  @Test
  void aSeatStandsOnTheMembersOwnCommitmentAndIsAnsweredOnce() throws SQLException {
    decision(1);
    run(insertVote(1, 1, "APPROVAL"));
    run(insertSession(1));
    refused(insertSeat(1, 2, 1), "signing_seat_decision_roster_source_identifier_fkey");
    run(insertSeat(1, 1, 1));
    run(insertShare(2, 1, 1, "COUNTED"));
    refused("update signing_seat set answer = 1", "signing_seat_check");
    run("update signing_seat set answer = 2");
    refused("update signing_seat set answer = null", "answered once");
    refused("delete from signing_seat", "only ever added");
  }

  @Test
  void aCulpritIsAskedNoMore() throws SQLException {
    decision(1);
    run(insertVote(1, 1, "APPROVAL"));
    run(insertSession(1));
    run(insertSeat(1, 1, 1));
    run(insertShare(2, 1, 1, "COUNTED"));
    run("update signing_seat set answer = 2");
    run(insertShare(3, 1, 1, "INVALID"));
    run(insertSession(2));
    refused(insertSeat(2, 1, 2), "caught with a bad share");
  }

  @Test
  void aShareBelongsToASeatAndEachVerdictIsGivenOnce() throws SQLException {
    decision(1);
    run(insertVote(1, 1, "APPROVAL"));
    run(insertSession(1));
    refused(
        insertShare(2, 1, 1, "COUNTED"), "signing_event_decision_roster_session_identifier_fkey");
    run(insertSeat(1, 1, 1));
    run(insertShare(2, 1, 1, "COUNTED"));
    refused(insertShare(3, 1, 1, "COUNTED"), "signing_event_one_share");
    refused("update signing_event set verdict = 'LATE'", "only ever added");
  }

  @Test
  void aMemberVotesOnceEachWayAndAtItsPlace() throws SQLException {
    decision(1);
    run(insertVote(1, 1, "APPROVAL"));
    refused(insertVote(2, 1, "APPROVAL"), "signing_event_one_vote");
    refused(insertVote(1, 2, "APPROVAL"), "signing_event_pkey");
    refused(insertVote(0, 2, "APPROVAL"), "signing_event_position_check");
    run(insertVote(2, 1, "REJECTION"));
  }

  @Test
  void aGroupSignsOnce() throws SQLException {
    decision(1);
    run(insertSession(1));
    run("insert into group_signature values (%s, %s, 1, %s, now())", b(32, 1), b(32, 50), b(65, 2));
    refused(
        String.format(
            "insert into group_signature values (%s, %s, 1, %s, now())",
            b(32, 1), b(32, 50), b(65, 3)),
        "group_signature_pkey");
    refused("delete from group_signature", "only ever added");
  }

  @Test
  void aNumberOfAMemberIsUsedOnceOverAllDecisions() throws SQLException {
    decision(1);
    decision(2);
    run(insertCommitment(1, 5, 1));
    refused(insertCommitment(2, 5, 2), "commitment_pkey");
    refused(insertCommitment(2, 4_294_967_296L, 2), "commitment_number_check");
    run(insertCommitment(2, 6, 2));
  }

  @Test
  void nothingIsAnchoredWithoutItsCertificate() throws SQLException {
    decision(1);
    refused(insertAnchoring(), "anchoring_decision_fkey");
    run("insert into certificate values (%s, '{}', now())", b(32, 1));
    run(insertAnchoring());
  }

  @Test
  void aNonceIsHandedOutOnceAndCarriesWhatItsOwnerSends() throws SQLException {
    certified(1);
    certified(2);
    run(insertNonce(5, b(32, 1)));
    refused(insertNonce(5, b(32, 2)), "anchoring_nonce_chain_id_sender_nonce_key");
    run(insertTransaction(1, 1, 5, 10));
    run(insertTransaction(2, 1, 5, 11));
    refused(insertTransaction(3, 2, 5, 12), "has another owner");
    refused(insertTransaction(3, 2, 6, 12), "has another owner");
    run("update anchoring_nonce set decision = null");
    refused(insertTransaction(3, 1, 5, 12), "has another owner");
    run("update anchoring_nonce set decision = " + b(32, 2));
    run(insertTransaction(3, 2, 5, 12));
  }

  @Test
  void aNonceThatWasHandedOutStays() throws SQLException {
    certified(1);
    run(insertNonce(5, b(32, 1)));
    refused("delete from anchoring_nonce", "only ever added");
    refused("update anchoring_nonce set nonce = 6", "may change");
    run("update anchoring_nonce set consumed_at = now()");
    run("update anchoring_nonce set consumed_at = null");
  }

  @Test
  void whatIsFinalInTheLogStays() throws SQLException {
    decision(1);
    run(
        "insert into log_entry values (1, %s, %s, now(), 5, %s, %s, 60000, '{}', null)",
        b(32, 1), b(32, 2), b(32, 3), b(32, 4));
    run("update log_entry set finalised_at = now()");
    refused("update log_entry set head = " + b(32, 9), "is final");
    refused("delete from log_entry", "is final");
  }

  @Test
  void whatIsNotFinalCanBeTakenBack() throws SQLException {
    decision(1);
    run(
        "insert into log_entry values (1, %s, %s, now(), 5, %s, %s, 60000, '{}', null)",
        b(32, 1), b(32, 2), b(32, 3), b(32, 4));
    run("delete from log_entry");
  }

  @Test
  void aTokenEndsAfterItBegins() {
    refused(
        "insert into token (id, sequence, head, block, content, jwt, issued_at, expires_at) values (gen_random_uuid(), 0, "
            + b(32, 1)
            + ", "
            + b(32, 1)
            + ", "
            + b(32, 1)
            + ", 'jwt', now(), now())",
        "token_check");
  }

  @Test
  void aSiteVersionIsWrittenOnce() throws SQLException {
    code(1);
    jurisdiction(7, "Switzerland", 1);
    String insert = "insert into site values (%s, %d, %s, 'Rhine', 276, %s, '{}', 'jws', now())";
    run(insert, b(32, 1), 1, b(32, 7), "timestamptz '2026-11-23'");
    refused(String.format(insert, b(32, 1), 1, b(32, 7), "timestamptz '2026-11-24'"), "site_pkey");
    refused(
        String.format(insert, b(32, 1), 2, b(32, 7), "timestamptz '2026-11-23'"),
        "site_site_id_valid_from_key");
  }

  @Test
  void aRosterIsRefreshedOnceAndForGood() throws SQLException {
    committee();
    run("insert into roster values (%s, 'IAEA', true, 3, 5, %s, '{}')", b(32, 51), b(33, 2));
    run("insert into roster values (%s, 'IAEA', true, 3, 5, %s, '{}')", b(32, 52), b(33, 2));
    String insert = "insert into refresh values (%s, %s)";
    refused(String.format(insert, b(32, 50), b(32, 50)), "refresh_check");
    run(insert, b(32, 50), b(32, 51));
    refused(String.format(insert, b(32, 50), b(32, 52)), "refresh_pkey");
    refused(String.format(insert, b(32, 52), b(32, 51)), "refresh_successor_key");
    refused("delete from refresh", "only ever added");
  }

  @Test
  void noTableIsEverEmptied() throws SQLException {
    for (String table : tables()) {
      refused("truncate " + table + " cascade", "is never emptied");
    }
  }

  /** What is not listed here keeps its rows for ever. */
  @Test
  void everyTableButThatOfWorkingStateRefusesToLoseARow() throws SQLException {
    List<String> workingState = List.of("anchoring", "chain_cursor", "lease", "token");
    for (String table : tables()) {
      assertThat(keepsRows(table) || workingState.contains(table)).as(table).isTrue();
    }
  }

  @Test
  void aJurisdictionStaysAsItEnrolled() throws SQLException {
    code(1);
    jurisdiction(7, "Switzerland", 1);
    refused("update jurisdiction set name = 'Kenya'", "only ever added");
    refused("delete from jurisdiction", "only ever added");
  }

  @Test
  void anEnrolmentCodeIsOnlyEverUsed() throws SQLException {
    code(1);
    refused("update enrolment_code set name = 'y'", "only used_at may change");
    refused("delete from enrolment_code", "only ever added");
    run("update enrolment_code set used_at = now()");
    refused("update enrolment_code set used_at = null", "is set once");
  }

  @Test
  void aCeremonyKeepsItsPlanAndWhatItMade() throws SQLException {
    ceremony();
    refused("update ceremony set body = 'WHO'", "may change");
    refused("delete from ceremony", "only ever added");
    run(
        "update ceremony set phase = 'SIGNED', roster_hash = %s, group_key = %s",
        b(32, 2), b(33, 2));
    refused("update ceremony set roster_hash = " + b(32, 3), "is set once");
    run("update ceremony set phase = 'COMPLETE', possession = %s", b(65, 1));
    refused("update ceremony set possession = " + b(65, 2), "is set once");
  }

  @Test
  void aDecisionChangesItsStateAloneAndNeverOnceItIsFinal() throws SQLException {
    decision(1);
    refused("update decision set document = '[]'", "may change");
    refused("delete from decision", "only ever added");
    run("update decision set state = 'FINAL', version = 1");
    refused("update decision set state = 'PROPOSED'", "is final");
  }

  @Test
  void signedBytesStayAsTheyWereRecorded() throws SQLException {
    certified(1);
    run(insertNonce(5, b(32, 1)));
    run(insertTransaction(1, 1, 5, 10));
    refused("update anchoring_transaction set raw = '\\x03'", "may change");
    refused("delete from anchoring_transaction", "only ever added");
    run("update anchoring_transaction set sent_at = now(), settled_at = now()");
  }

  private List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'public'"
                    + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private boolean keepsRows(String table) throws SQLException {
    return has(
        "select 1 from pg_trigger where tgrelid = '"
            + table
            + "'::regclass and (tgtype & 8) <> 0 and (tgtype & 1) <> 0 and tgname not like 'RI_%'");
  }

  private boolean has(String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private void code(int seed) throws SQLException {
    run(
        "insert into enrolment_code values (%s, 'x', '{276}', now(), now() + interval '1 day', null)",
        b(32, seed));
  }

  private void jurisdiction(int key, String name, int code) throws SQLException {
    run(insertJurisdiction(key, name, code));
  }

  private static String insertJurisdiction(int key, String name, int code) {
    return String.format(
        "insert into jurisdiction values (%s, '%s', '{}', '{276}', 'jws', %s, now())",
        b(32, key), name, b(32, code));
  }

  private void ceremony() throws SQLException {
    run(
        "insert into ceremony values (%s, 'IAEA', 'PLANNED', null, null, null, now(), 0)",
        b(32, 1));
  }

  private static String insertMessage(int position, int identifier, int digest) {
    return String.format(
        "insert into ceremony_message values (%s, %d, 'softpause-ceremony-v1', %d, %s, 'jws', now())",
        b(32, 1), position, identifier, b(32, digest));
  }

  private static String insertPlace(String mandate, int epoch, int generation) {
    return String.format(
        "insert into committee values ('%s', %d, 0, %d, %s)",
        mandate, epoch, generation, b(32, 50));
  }

  private void committee() throws SQLException {
    run("insert into roster values (%s, 'IAEA', true, 3, 5, %s, '{}')", b(32, 50), b(33, 2));
  }

  private void decision(int id) throws SQLException {
    run(insertDecision(b(32, id), "0"));
  }

  private static String insertDecision(String id, String slot) {
    return String.format(
        "insert into decision (id, state, type, mandate, epoch, slot, proposed_at, anchor_by, document, recorded_at, version)"
            + " values (%s, 'PROPOSED', 'Pause', 'STANDING', 0, %s, now(), now(), '{}', now(), 0)",
        id, slot);
  }

  private static String insertBallot(String choice, String reason, int digest) {
    return String.format(
        "insert into ballot (decision, roster, identifier, choice, reason, digest, ballot, received_at)"
            + " values (%s, %s, 1, '%s', %s, %s, 'jws', now())",
        b(32, 1), b(32, 50), choice, reason, b(32, digest));
  }

  private static String insertSession(int number) {
    return String.format(
        "insert into signing_session values (%s, %s, %d, %s, now())",
        b(32, 1), b(32, 50), number, b(32, number));
  }

  private static String insertSeat(int session, int identifier, int source) {
    return String.format(
        "insert into signing_seat values (%s, %s, %d, %d, %d, null)",
        b(32, 1), b(32, 50), session, identifier, source);
  }

  private static String insertVote(int position, int identifier, String kind) {
    return String.format(
        "insert into signing_event values (%s, %s, %d, '%s', %d, null, 'COUNTED', %s, 'jws', now())",
        b(32, 1), b(32, 50), position, kind, identifier, b(32, 100 + 10 * position + identifier));
  }

  private static String insertShare(int position, int session, int identifier, String verdict) {
    return String.format(
        "insert into signing_event values (%s, %s, %d, 'SHARE', %d, %d, '%s', %s, 'jws', now())",
        b(32, 1), b(32, 50), position, identifier, session, verdict, b(32, 200 + position));
  }

  private static String insertCommitment(int decision, long number, int digest) {
    return String.format(
        "insert into commitment values (%s, 1, %d, %s, %s, 'jws', now())",
        b(32, 50), number, b(32, decision), b(32, digest));
  }

  private static String insertAnchoring() {
    return "insert into anchoring (decision, enqueued_at, next_try_at, version) values ("
        + b(32, 1)
        + ", now(), now(), 0)";
  }

  private void certified(int id) throws SQLException {
    decision(id);
    run("insert into certificate values (%s, '{}', now())", b(32, id));
    run(
        "insert into anchoring (decision, enqueued_at, next_try_at, version) values (%s, now(), now(), 0)",
        b(32, id));
  }

  private static String insertNonce(int nonce, String decision) {
    return String.format(
        "insert into anchoring_nonce (chain_id, sender, nonce, decision, assigned_at)"
            + " values (1, %s, %d, %s, now())",
        b(20, 1), nonce, decision);
  }

  private static String insertTransaction(int hash, int decision, int nonce, int fee) {
    return String.format(
        "insert into anchoring_transaction values (%s, %s, %s, %d, 100000, %d, 1, '\\x02', now(), null, null, 1)",
        b(32, hash), b(32, decision), b(20, 1), nonce, fee);
  }

  private static String b(int length, int seed) {
    return "'\\x" + String.format("%02x", seed).repeat(length) + "'::bytea";
  }

  private void run(String template, Object... values) throws SQLException {
    String sql = template;
    for (Object value : values) {
      sql = sql.replaceFirst("%[sd]", Matcher.quoteReplacement(value.toString()));
    }
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private void refused(String sql, String rule) {
    assertThatThrownBy(
            () -> {
              var before = connection.setSavepoint();
              try {
                run(sql);
              } finally {
                connection.rollback(before);
              }
            })
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(rule);
  }
}
