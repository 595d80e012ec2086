package org.softpause.authz.system;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Configures the clock, the scheduler and the source of randomness that are injected elsewhere. */
@Configuration(proxyBeanMethods = false)
class RuntimeConfiguration {
  private static final int SCHEDULED_AT_ONCE = 4;
  private static final int SHUTDOWN_SECONDS = 10;

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /**
   * The scheduler has a few threads, so that a node which does not answer delays nothing else. On
   * shutdown no step begins any more, and running ones are awaited before their beans are closed.
   */
  @Bean
  ThreadPoolTaskScheduler taskScheduler() {
    var scheduler = new ThreadPoolTaskScheduler();
    scheduler.setPoolSize(SCHEDULED_AT_ONCE);
    scheduler.setThreadNamePrefix("tick-");
    scheduler.setAwaitTerminationSeconds(SHUTDOWN_SECONDS);
    return scheduler;
  }

  @Bean
  SecureRandom random() {
    return new SecureRandom();
  }
}
