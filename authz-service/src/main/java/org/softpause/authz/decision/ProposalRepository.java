package org.softpause.authz.decision;

import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.springframework.data.repository.Repository;

interface ProposalRepository extends Repository<ProposalRow, Bytes32> {
  Optional<ProposalRow> findByDecision(Bytes32 decision);
}
