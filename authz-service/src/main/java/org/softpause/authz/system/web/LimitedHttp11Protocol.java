package org.softpause.authz.system.web;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.system.CallerLimits;

/** HTTP/1.1 whose connections are limited in number and time; Tomcat makes it by its name. */
public final class LimitedHttp11Protocol extends Http11NioProtocol {
  private static final Logger ownLog = LoggerFactory.getLogger(LimitedHttp11Protocol.class);
  private static final long SWEEP_EVERY_MILLIS = 500;

  private final LimitedEndpoint endpoint;
  private @Nullable ScheduledFuture<?> sweeps;

  /** Admits nothing before its limits are set. */
  public LimitedHttp11Protocol() {
    this(new LimitedEndpoint());
  }

  private LimitedHttp11Protocol(LimitedEndpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  void limit(CallerLimits limits, ConnectionPhases phases) {
    endpoint.limit(limits, phases);
  }

  @Override
  public void start() throws Exception {
    super.start();
    sweeps =
        getUtilityExecutor()
            .scheduleWithFixedDelay(
                this::sweep, SWEEP_EVERY_MILLIS, SWEEP_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** One failure must not be the end of all sweeps. */
  private void sweep() {
    try {
      endpoint.sweep();
    } catch (RuntimeException e) {
      ownLog.error("overdue connections could not be looked for", e);
    }
  }

  @Override
  public void stop() throws Exception {
    if (sweeps != null) {
      sweeps.cancel(false);
    }
    super.stop();
  }
}
