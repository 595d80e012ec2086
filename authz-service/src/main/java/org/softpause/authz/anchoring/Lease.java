package org.softpause.authz.anchoring;

import jakarta.annotation.PreDestroy;
import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lease that lets one replica at a time follow the chain and send. The database's clock decides
 * when it ends, so that the clocks of replicas may differ.
 */
@Component
class Lease {
  private static final String NAME = "anchoring";
  private static final String TAKE =
      """
      insert into lease (name, holder, until)
      values (:name, :holder, clock_timestamp() + make_interval(secs => :seconds))
      on conflict (name) do update set holder = excluded.holder, until = excluded.until
      where lease.holder = excluded.holder or lease.until < clock_timestamp()
      """;

  private final JdbcClient jdbc;
  private final double seconds;
  private final UUID holder;

  Lease(JdbcClient jdbc, AnchoringSettings settings, SecureRandom random) {
    this.jdbc = jdbc;
    this.seconds = settings.lease().toMillis() / 1000.0;
    this.holder = new UUID(random.nextLong(), random.nextLong());
  }

  /** Takes or renews the lease. Returns false if another replica holds it. */
  @Transactional
  public boolean hold() {
    return jdbc.sql(TAKE)
            .param("name", NAME)
            .param("holder", holder)
            .param("seconds", seconds)
            .update()
        == 1;
  }

  /** Frees the lease, so that another replica, or this one after a restart, goes on at once. */
  @PreDestroy
  void release() {
    jdbc.sql("delete from lease where name = :name and holder = :holder")
        .param("name", NAME)
        .param("holder", holder)
        .update();
  }
}
