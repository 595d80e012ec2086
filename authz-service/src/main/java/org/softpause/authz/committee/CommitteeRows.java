package org.softpause.authz.committee;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.MandateName;
import org.springframework.data.repository.Repository;

interface CommitteeRows extends Repository<Committee, Bytes32> {
  Optional<Committee> findByRoster(Bytes32 roster);

  List<Committee> findByMandateAndEpochOrderByPosition(MandateName mandate, long epoch);

  List<Committee> findAllByOrderByMandateAscEpochAscPositionAsc();
}
