package org.softpause.authz.token;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface TokenRows extends Repository<TokenRow, UUID> {
  Optional<TokenRow> findFirstByOrderByNumberDesc();
}
