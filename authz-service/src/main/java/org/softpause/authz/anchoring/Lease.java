package org.softpause.authz.anchoring;

import jakarta.annotation.PreDestroy;
import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The leases that let one replica at a time follow the chain and one send. The database's clock
 * decides when they end, so that the clocks of replicas may differ.
 */
@Component
class Lease {
  private static final String TAKE =
      """
      insert into lease (name, holder, until)
      values (:name, :holder, clock_timestamp() + make_interval(secs => :seconds))
      on conflict (name) do update set holder = excluded.holder, until = excluded.until
      where lease.holder = excluded.holder or lease.until < clock_timestamp()
      """;
  private static final String RENEW =
      """
      update lease set until = clock_timestamp() + make_interval(secs => :seconds)
      where name = :name and holder = :holder and until >= clock_timestamp()
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
  public boolean hold(LeasedWork work) {
    return update(TAKE, work);
  }

  /**
   * Renews the lease, and keeps others from taking it until the caller's transaction ends. So
   * nothing is recorded by a replica that was stopped in the middle of a step.
   *
   * @throws LeaseLost if it has run out, whether or not another replica holds it by now
   */
  @Transactional
  public void require(LeasedWork work) {
    if (!update(RENEW, work)) {
      throw new LeaseLost(work);
    }
  }

  private boolean update(String sql, LeasedWork work) {
    return jdbc.sql(sql)
            .param("name", work.stored())
            .param("holder", holder)
            .param("seconds", seconds)
            .update()
        == 1;
  }

  /** Whether another replica holds the lease now. */
  @Transactional(readOnly = true)
  public boolean isHeldByAnother(LeasedWork work) {
    return jdbc.sql(
                "select count(*) from lease"
                    + " where name = :name and holder <> :holder and until >= clock_timestamp()")
            .param("name", work.stored())
            .param("holder", holder)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Frees the lease, so that another replica goes on at once. */
  @Transactional
  public void release(LeasedWork work) {
    jdbc.sql("delete from lease where name = :name and holder = :holder")
        .param("name", work.stored())
        .param("holder", holder)
        .update();
  }

  /** Frees both leases, so that another replica, or this one after a restart, goes on at once. */
  @PreDestroy
  void releaseAll() {
    for (LeasedWork work : LeasedWork.values()) {
      release(work);
    }
  }
}
