package org.softpause.authz.mirror;

import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.Interceptor;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** Counts how often Hibernate compares an entity with what was loaded, in all services together. */
public final class DirtyCheckCounter implements Interceptor {
  private static final AtomicLong CHECKS = new AtomicLong();

  /** Comparisons so far. */
  static long checks() {
    return CHECKS.get();
  }

  @Override
  public int @Nullable [] findDirty(
      Object entity,
      Object id,
      Object[] currentState,
      Object[] previousState,
      String[] propertyNames,
      Type[] types) {
    CHECKS.incrementAndGet();
    return null;
  }
}
