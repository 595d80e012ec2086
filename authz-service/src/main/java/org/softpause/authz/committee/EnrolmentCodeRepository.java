package org.softpause.authz.committee;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface EnrolmentCodeRepository extends Repository<EnrolmentCode, Bytes32> {
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<EnrolmentCode> findByCodeHash(Bytes32 codeHash);
}
