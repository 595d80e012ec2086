package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.softpause.authz.Eventually;
import org.softpause.authz.RpcProxy;
import org.softpause.authz.RunningService;
import org.softpause.authz.SingleCommitteeRegistry;
import org.softpause.protocol.Bytes32;

/** Several services on one database: whoever cannot send leaves it to one that can. */
@Execution(ExecutionMode.CONCURRENT)
class ReplicaTest {
  private final RpcProxy proxy = new RpcProxy();
  private final SingleCommitteeRegistry world = SingleCommitteeRegistry.found(48, proxy::inFrontOf);

  @AfterEach
  void end() {
    world.close();
    proxy.close();
  }

  @Test
  void aReplicaWithoutAKeyNeverHoldsTheLeaseForSending() throws SQLException {
    world.stopService();
    try (RunningService keyless = world.startReplica()) {
      Eventually.equal(1L, () -> leases("following"));
      world.signatories().turnTo(keyless);
      Bytes32 id = world.signatories().certify(world.pause(0).build());
      Eventually.equal("DOWN", () -> status(keyless));
      assertThat(leases("sending")).isZero();
      world.restartService();
      world.await(id, "FINAL");
      Eventually.equal("UP", () -> status(keyless));
    }
  }

  @Test
  void aReplicaWhoseNodeOnlyGivesErrorsLeavesTheLeasesToAnother() {
    world.stopService();
    world.restartService("softpause.anchoring.lease=5s");
    Bytes32 first = world.signatories().certify(world.pause(0).build());
    world.await(first, "FINAL");
    proxy.forgeWhere("jsonrpc", "\"error\":{\"code\":-32000,\"message\":\"out of service\"}");
    Bytes32 second = world.signatories().certify(world.pause(1).build());
    try (RunningService other = world.startOtherSender()) {
      world.await(second, "FINAL");
      Eventually.equal("UP", () -> status(other));
    }
  }

  @Test
  void aHolderThatThawsAfterItsLeaseRecordsAndSendsNothing() throws SQLException {
    world.stopService();
    world.restartService("softpause.anchoring.lease=5s", "softpause.ethereum.timeout=60s");
    proxy.freeze("eth_feeHistory");
    Bytes32 id = world.signatories().certify(world.pause(0).build());
    Eventually.equal(true, proxy::hasFrozen);
    Eventually.equal(1, () -> update(TAKEN_BY_ANOTHER));
    proxy.refuseNothing();
    long thawed = world.now();
    Eventually.equal(true, () -> world.now() > thawed + 3);
    assertThat(query("select count(*) from anchoring_transaction")).isZero();
    assertThat(query("select count(*) from anchoring_nonce")).isZero();
    update("delete from lease where name = 'sending'");
    world.await(id, "FINAL");
  }

  private static final String TAKEN_BY_ANOTHER =
      "update lease set holder = gen_random_uuid(), until = now() + interval '1 hour'"
          + " where name = 'sending' and until < clock_timestamp()";

  private static String status(RunningService service) {
    return service
        .admin()
        .get("/actuator/health")
        .json()
        .at("/components/registry/status")
        .asString();
  }

  private long leases(String name) {
    return query("select count(*) from lease where name = '" + name + "'");
  }

  private long query(String sql) {
    try (var connection = world.database().open();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private int update(String sql) {
    try (var connection = world.database().open();
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
