package org.softpause.authz.startup;

import java.util.Arrays;
import java.util.Optional;

/** What is asked of the program itself rather than of the service. */
public final class CommandLineHelp {
  private static final String HELP =
      """
      authz-service: the Softpause authorization service

      Usage:
        java -XX:+ExitOnOutOfMemoryError -jar authz-service.jar [--SETTING=VALUE ...]
            starts the service; settings are also read from the environment and from application.yaml
        java -jar authz-service.jar deploy-registry --help
            tells how to deploy a registry
        java -jar authz-service.jar --help | --version

      The settings that are most often needed:
        --spring.datasource.url=URL                     the PostgreSQL database
        --spring.datasource.username=NAME, SPRING_DATASOURCE_PASSWORD in the environment
        --softpause.ethereum.rpc-url=URL                the Ethereum node
        --softpause.ethereum.sender-key-file=FILE       the key that pays for gas
        --softpause.registry.deployment-file=FILE       what deploy-registry wrote
        --softpause.token.key-file=FILE                 the key that signs tokens

      Exit codes: 0 ended as asked, 2 cannot start with these settings""";

  private CommandLineHelp() {}

  /** The text to print instead of starting the service, if that is what was asked for. */
  public static Optional<String> asked(String[] arguments) {
    if (has(arguments, "--help") || has(arguments, "-h")) {
      return Optional.of(HELP);
    }
    return has(arguments, "--version") || has(arguments, "-V")
        ? Optional.of("authz-service " + version())
        : Optional.empty();
  }

  private static boolean has(String[] arguments, String word) {
    return Arrays.asList(arguments).contains(word);
  }

  private static String version() {
    String version = CommandLineHelp.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
