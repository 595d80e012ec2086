package org.softpause.authz.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import org.softpause.authz.ethereum.EthereumClient;
import org.softpause.authz.ethereum.SenderKey;
import org.softpause.authz.system.EthereumSettings;
import org.softpause.authz.system.LocalFile;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** Looks at everything that the service needs from outside, before it starts. */
final class StartupChecks {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ConfigurableEnvironment environment;

  StartupChecks(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  /**
   * Checks all of it.
   *
   * @throws StartupRefused with the first thing that is wrong
   */
  void run() throws StartupRefused {
    checkSettings();
    checkSenderKey();
    checkPort("server");
    checkPort("management.server");
    checkDatabase();
    checkNode();
  }

  void checkSettings() throws StartupRefused {
    Set<String> unknown = KnownSettings.find().unknownIn(environment);
    if (!unknown.isEmpty()) {
      throw new StartupRefused("There is no setting " + String.join(", ", unknown) + ".");
    }
  }

  void checkSenderKey() throws StartupRefused {
    LocalFile file = ethereum().senderKeyFile();
    if (file == null) {
      return;
    }
    try {
      SenderKey.read(file.path());
    } catch (IllegalStateException | UncheckedIOException | IllegalArgumentException e) {
      throw new StartupRefused(
          "The sender key (softpause.ethereum.sender-key-file) cannot be used: "
              + e.getMessage()
              + ".");
    }
  }

  void checkPort(String prefix) throws StartupRefused {
    int port = environment.getProperty(prefix + ".port", Integer.class, 0);
    String address = environment.getProperty(prefix + ".address", "");
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(
          address.isEmpty()
              ? new InetSocketAddress(port)
              : new InetSocketAddress(InetAddress.getAllByName(address)[0], port));
    } catch (IOException | IllegalArgumentException e) {
      throw new StartupRefused(
          "Port %d (%s.port) of address %s cannot be opened: %s."
              .formatted(port, prefix, address.isEmpty() ? "any" : address, e.getMessage()));
    }
  }

  void checkDatabase() throws StartupRefused {
    String url = environment.getRequiredProperty("spring.datasource.url");
    Properties login = new Properties();
    login.setProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()));
    login.setProperty("loginTimeout", Long.toString(PATIENCE.toSeconds()));
    putIfSet(login, "user", "spring.datasource.username");
    putIfSet(login, "password", "spring.datasource.password");
    try (Connection connection = DriverManager.getConnection(url, login)) {
      connection.isValid(Math.toIntExact(PATIENCE.toSeconds()));
    } catch (SQLException e) {
      throw new StartupRefused(sentence(e, withoutSecrets(url)));
    }
  }

  private void putIfSet(Properties login, String key, String setting) {
    String value = environment.getProperty(setting);
    if (value != null) {
      login.setProperty(key, value);
    }
  }

  private static String sentence(SQLException failure, String url) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    if (state.startsWith("28")) {
      return "The database at "
          + url
          + " does not let this user in (spring.datasource.username, spring.datasource.password).";
    }
    if (state.equals("3D000")) {
      return "There is no such database at " + url + " (spring.datasource.url).";
    }
    return "The database at %s cannot be reached (spring.datasource.url): %s."
        .formatted(url, firstLine(String.valueOf(failure.getMessage())));
  }

  /** A password may stand among a URL's parameters. */
  private static String withoutSecrets(String url) {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  void checkNode() throws StartupRefused {
    EthereumSettings settings = ethereum();
    try {
      new EthereumClient(settings).chainId();
    } catch (IOException | RuntimeException e) {
      throw new StartupRefused(
          "The Ethereum node at %s does not answer (softpause.ethereum.rpc-url): %s."
              .formatted(settings.rpcUrl(), firstLine(String.valueOf(e.getMessage()))));
    }
  }

  private EthereumSettings ethereum() {
    return Binder.get(environment).bindOrCreate("softpause.ethereum", EthereumSettings.class);
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("").strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
