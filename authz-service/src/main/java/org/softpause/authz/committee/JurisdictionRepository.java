package org.softpause.authz.committee;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.springframework.data.repository.Repository;

interface JurisdictionRepository extends Repository<Jurisdiction, Bytes32> {
  Optional<Jurisdiction> findByKeyId(Bytes32 keyId);

  boolean existsByName(String name);

  List<Jurisdiction> findAllByOrderByName();
}
