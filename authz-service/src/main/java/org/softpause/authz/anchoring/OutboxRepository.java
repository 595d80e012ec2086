package org.softpause.authz.anchoring;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OutboxRepository extends Repository<OutboxRow, Bytes32> {
  Optional<OutboxRow> findByDecision(Bytes32 decision);

  @Query(
      "select t from EthereumTransactionRow t where t.decision = :decision and t.settledAt is null order by t.maxFee desc")
  List<EthereumTransactionRow> unsettled(Bytes32 decision);

  @Query("select t from EthereumTransactionRow t where t.hash = :hash")
  Optional<EthereumTransactionRow> transaction(Bytes32 hash);
}
