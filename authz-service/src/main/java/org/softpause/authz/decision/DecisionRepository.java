package org.softpause.authz.decision;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DecisionRepository extends Repository<DecisionRecord, Bytes32> {
  Optional<DecisionRecord> findById(Bytes32 id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select d from DecisionRecord d where d.id = :id")
  Optional<DecisionRecord> lock(Bytes32 id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select d from DecisionRecord d where d.id in :ids order by d.id")
  List<DecisionRecord> lock(List<Bytes32> ids);

  List<DecisionRecord> findByNumberGreaterThanAndStateInOrderByNumber(
      long number, Collection<DecisionState> states, Limit limit);

  List<DecisionRecord> findByStateInOrderByNumber(Collection<DecisionState> states);
}
