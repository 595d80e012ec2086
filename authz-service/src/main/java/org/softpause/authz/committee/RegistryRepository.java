package org.softpause.authz.committee;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RegistryRepository extends Repository<RegistryRow, Boolean> {
  Optional<RegistryRow> findByOnlyTrue();
}
