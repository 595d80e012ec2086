package org.softpause.authz.anchoring;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ChainCursorRepository extends Repository<ChainCursor, Boolean> {
  Optional<ChainCursor> findByOnlyTrue();
}
