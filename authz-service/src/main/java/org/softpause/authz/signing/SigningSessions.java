package org.softpause.authz.signing;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.springframework.data.repository.Repository;

interface SigningSessions extends Repository<SigningSession, Long> {
  List<SigningSession> findByDecisionAndRosterOrderById(Bytes32 decision, Bytes32 roster);

  Optional<SigningSession> findByDecisionAndRosterAndState(
      Bytes32 decision, Bytes32 roster, SigningSession.State state);

  Optional<SigningSession> findByPackageHash(Bytes32 packageHash);

  List<SigningSession> findByDecisionOrderById(Bytes32 decision);
}
