package org.softpause.authz;

import java.util.Arrays;
import java.util.Optional;
import org.softpause.authz.deployment.DeployRegistryCommand;
import org.softpause.authz.startup.CommandLineHelp;
import org.softpause.authz.startup.StartupCheckListener;
import org.softpause.authz.system.AdminApi;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The service's Spring Boot application and its main method. The beans of the management port are
 * not scanned, since that port has a context of its own.
 */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = ErrorMvcAutoConfiguration.class)
@EnableScheduling
@ConfigurationPropertiesScan
@ComponentScan(
    excludeFilters = @ComponentScan.Filter({AdminApi.class, ManagementContextConfiguration.class}))
public class AuthzService {
  private static final String DEPLOY = "deploy-registry";

  /**
   * Starts the service, or deploys a registry if the first argument is {@code deploy-registry}.
   * What keeps the service from starting is told in one sentence, with exit code 2.
   */
  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(DEPLOY)) {
      System.exit(DeployRegistryCommand.run(Arrays.copyOfRange(args, 1, args.length)));
    }
    Optional<String> help = CommandLineHelp.asked(args);
    if (help.isPresent()) {
      System.out.println(help.get());
      return;
    }
    SpringApplication application = new SpringApplication(AuthzService.class);
    application.addListeners(new StartupCheckListener(System::exit));
    application.run(args);
  }
}
