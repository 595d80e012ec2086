package org.softpause.authz.system;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The clock and the source of randomness, made once and handed to whoever needs them. */
@Configuration(proxyBeanMethods = false)
class RuntimeConfiguration {
  private static final int SCHEDULED_AT_ONCE = 4;
  private static final int SHUTDOWN_SECONDS = 10;

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /**
   * A few threads, so that a node which does not answer holds up nothing else. At the end no step
   * begins any more, and those under way are waited for while all that they need is still there.
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
