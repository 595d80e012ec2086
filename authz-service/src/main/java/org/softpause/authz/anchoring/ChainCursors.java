package org.softpause.authz.anchoring;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ChainCursors extends Repository<ChainCursor, Boolean> {
  Optional<ChainCursor> findByOnlyTrue();
}
