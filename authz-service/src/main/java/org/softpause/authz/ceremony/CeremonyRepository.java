package org.softpause.authz.ceremony;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CeremonyRepository extends Repository<CeremonyRecord, Bytes32> {
  boolean existsById(Bytes32 id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from CeremonyRecord c where c.id = :id")
  Optional<CeremonyRecord> lock(Bytes32 id);

  @Query(
      "select count(c) from CeremonyRecord c where c.openedBy = :opener and c.openedAt > :since"
          + " and c.phase not in (org.softpause.protocol.ceremony.CeremonyPhase.COMPLETE,"
          + " org.softpause.protocol.ceremony.CeremonyPhase.REPAIRED)")
  long unfinished(Bytes32 opener, Instant since);

  List<CeremonyRecord> findAllByOrderByOpenedAt();

  @Query("select m from CeremonyMessage m where m.place.ceremony = :id order by m.place.position")
  List<CeremonyMessage> messages(Bytes32 id);

  @Query(
      "select m from CeremonyMessage m where m.place.ceremony = :id and m.place.position >= :from"
          + " order by m.place.position")
  List<CeremonyMessage> messages(Bytes32 id, int from, Limit limit);

  /** The completions of all repairs; the literal type lets the database use its index of them. */
  @Query(
      "select m from CeremonyMessage m where m.type = 'softpause-repair-completion-v1'"
          + " order by m.receivedAt, m.place.ceremony")
  List<CeremonyMessage> repairCompletions();

  @Query("select count(m) from CeremonyMessage m where m.place.ceremony = :id")
  int messageCount(Bytes32 id);

  @Query(
      "select count(c) > 0 from EquivocationRow c where c.proof.ceremony = :id"
          + " and c.proof.identifier = :identifier and c.type = :type")
  boolean hasContradiction(Bytes32 id, int identifier, String type);

  @Query("select c from EquivocationRow c where c.proof.ceremony = :id")
  List<EquivocationRow> contradictions(Bytes32 id);
}
