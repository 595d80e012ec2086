package org.softpause.authz.token;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TokenRepository extends Repository<TokenRow, UUID> {
  Optional<TokenRow> findFirstByOrderByNumberDesc();

  @Modifying
  @Query("delete from TokenRow t where t.expiresAt < :moment")
  void deleteByExpiresAtBefore(Instant moment);
}
