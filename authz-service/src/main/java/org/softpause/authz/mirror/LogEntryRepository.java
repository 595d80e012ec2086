package org.softpause.authz.mirror;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LogEntryRepository extends Repository<LogEntryRow, Long> {
  List<LogEntryRow> findBySequenceGreaterThanOrderBySequence(long sequence);

  List<LogEntryRow> findBySequenceGreaterThanAndFinalisedAtIsNotNullOrderBySequence(
      long sequence, Limit limit);

  @Query(
      "select new org.softpause.authz.mirror.StoredEntry(row.sequence, row.entry, row.blockNumber,"
          + " row.blockHash, row.transaction, row.head, row.gasUsed) from LogEntryRow row"
          + " where row.sequence > :sequence and row.finalisedAt is not null order by row.sequence")
  List<StoredEntry> storedAfter(long sequence, Limit limit);

  List<LogEntryRow> findByFinalisedAtIsNullOrderBySequence();

  List<LogEntryRow> findBySequenceInOrderBySequence(List<Long> sequences);

  Optional<LogEntryRow> findByDecision(Bytes32 decision);
}
