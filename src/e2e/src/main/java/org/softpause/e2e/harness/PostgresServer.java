package org.softpause.e2e.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.softpause.e2e.process.ChildProcess;
import org.softpause.e2e.process.FreePort;
import org.softpause.e2e.process.Poll;
import org.softpause.e2e.process.ProcessCommand;
import org.softpause.e2e.process.Processes;

/**
 * A PostgreSQL server on loopback with a random password and all durability settings on. It runs as
 * a child process and not as a daemon, so it cannot be orphaned.
 */
public record PostgresServer(ChildProcess process, int port, String password, String version) {

  private static final String USER = "postgres";

  /** Creates the data folder if necessary, starts the server and waits until it answers. */
  public static PostgresServer start(
      Checkout checkout, Path data, Processes processes, RandomGenerator random)
      throws IOException {
    PostgresBinaries binaries = PostgresBinaries.unpackedIn(checkout.cache());
    String password = makeCluster(binaries, data, processes, random);
    int port = FreePort.find();
    ChildProcess process =
        processes.start(ProcessCommand.of("postgresql", serverWords(binaries, data, port)));
    String version =
        Poll.until(
            "PostgreSQL to answer (" + process.log() + ")",
            Duration.ofSeconds(60),
            () -> versionAt(port, password));
    return new PostgresServer(process, port, password, version);
  }

  public String user() {
    return USER;
  }

  public String jdbcUrl() {
    return jdbcUrl(port);
  }

  private static String jdbcUrl(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  private static String makeCluster(
      PostgresBinaries binaries, Path data, Processes processes, RandomGenerator random)
      throws IOException {
    Path passwordFile = data.resolveSibling(data.getFileName() + ".password");
    if (Files.exists(data.resolve("PG_VERSION"))) {
      return Files.readString(passwordFile);
    }
    byte[] secret = new byte[16];
    random.nextBytes(secret);
    String password = HexFormat.of().formatHex(secret);
    OwnerOnlyFile.write(passwordFile, password);
    List<String> words = new ArrayList<>(unprivileged());
    words.addAll(List.of(binaries.program("initdb"), "-D", data.toString(), "-U", USER));
    words.addAll(List.of("--pwfile", passwordFile.toString(), "-A", "scram-sha-256"));
    words.addAll(List.of("-E", "UTF8", "--locale=C"));
    processes.run(ProcessCommand.of("postgresql-initdb", words), Duration.ofSeconds(60)).orFail();
    return password;
  }

  private static List<String> serverWords(PostgresBinaries binaries, Path data, int port)
      throws IOException {
    List<String> words = new ArrayList<>(unprivileged());
    words.addAll(List.of(binaries.program("postgres"), "-D", data.toString(), "-p", "" + port));
    for (String setting :
        List.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "jit=off")) {
      words.addAll(List.of("-c", setting));
    }
    return words;
  }

  /** PostgreSQL refuses to run as root, so root starts it in a user namespace of its own. */
  private static List<String> unprivileged() throws IOException {
    boolean root = Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    return root ? List.of("unshare", "-U") : List.of();
  }

  private static Optional<String> versionAt(int port, String password) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl(port), USER, password);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show server_version")) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    } catch (SQLException notYet) {
      return Optional.empty();
    }
  }
}
