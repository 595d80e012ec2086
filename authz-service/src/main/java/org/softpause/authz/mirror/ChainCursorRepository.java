package org.softpause.authz.mirror;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ChainCursorRepository extends Repository<ChainCursor, Boolean> {
  Optional<ChainCursor> findByOnlyTrue();
}
