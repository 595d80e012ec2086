package org.softpause.authz;

import org.softpause.authz.system.AdminApi;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Where everything begins. What belongs to the management port is left to that port's own context.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableScheduling
@ConfigurationPropertiesScan
@ComponentScan(
    excludeFilters = @ComponentScan.Filter({AdminApi.class, ManagementContextConfiguration.class}))
public class AuthzService {
  /** Starts the service. */
  public static void main(String[] args) {
    SpringApplication.run(AuthzService.class, args);
  }
}
