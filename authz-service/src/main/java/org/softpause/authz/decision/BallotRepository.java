package org.softpause.authz.decision;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.springframework.data.repository.Repository;

interface BallotRepository extends Repository<BallotRow, Bytes32> {
  Optional<BallotRow> findByDigest(Bytes32 digest);

  List<BallotRow> findByDecisionOrderByNumber(Bytes32 decision);
}
