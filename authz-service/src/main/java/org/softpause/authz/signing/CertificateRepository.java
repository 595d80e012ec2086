package org.softpause.authz.signing;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.springframework.data.repository.Repository;

interface CertificateRepository extends Repository<CertificateRow, Bytes32> {
  Optional<CertificateRow> findByDecision(Bytes32 decision);

  List<CertificateRow> findByDecisionIn(List<Bytes32> decisions);
}
