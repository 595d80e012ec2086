package org.softpause.authz.mirror;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface LogEntryRepository extends Repository<LogEntryRow, Long> {
  List<LogEntryRow> findBySequenceGreaterThanOrderBySequence(long sequence);

  List<LogEntryRow> findBySequenceGreaterThanAndFinalisedAtIsNotNullOrderBySequence(
      long sequence, Limit limit);

  List<LogEntryRow> findByFinalisedAtIsNullOrderBySequence();

  Optional<LogEntryRow> findByDecision(Bytes32 decision);
}
