package org.softpause.authz;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.softpause.db.PostgresFixture;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A service of its own context, on free ports, that can be stopped and started again on the same
 * database.
 */
public final class RunningService implements AutoCloseable {
  // Spring Boot configures one logger context for the whole JVM while a service starts.
  private static final Object LOGGING = new Object();

  private final ConfigurableApplicationContext context;

  private RunningService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** The service that all tests without needs of their own share. */
  public static RunningService shared() {
    return Shared.INSTANCE;
  }

  /** Starts a service; settings are {@code name=value}. */
  public static RunningService start(PostgresFixture.Database database, String... settings) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--server.port=0",
                "--management.server.port=0"));
    Arrays.stream(settings).map(setting -> "--" + setting).forEach(arguments::add);
    synchronized (LOGGING) {
      return new RunningService(
          new SpringApplication(AuthzService.class).run(arguments.toArray(String[]::new)));
    }
  }

  /** Where signatories and the public are served. */
  public HttpCaller open() {
    return new HttpCaller(address("local.server.port"));
  }

  /** Where the operator is served. */
  public HttpCaller admin() {
    return new HttpCaller(address("local.management.port"));
  }

  private URI address(String property) {
    return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(property));
  }

  /** A bean of the service, for what has no HTTP interface. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  private static final class Shared {
    static final RunningService INSTANCE =
        start(
            PostgresFixture.shared().newDatabase(),
            "softpause.token.key-file=target/test-token-key.json");
  }
}
