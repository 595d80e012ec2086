package org.softpause.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One PostgreSQL 18 server for the life of the test JVM: a container where a Docker daemon answers,
 * else the embedded binaries. {@link #newDatabase()} gives every caller an empty database of its
 * own, and {@link #taken()} says which server it is.
 */
public final class PostgresFixture {
  private static final Logger log = LoggerFactory.getLogger(PostgresFixture.class);
  private static final AtomicInteger databases = new AtomicInteger();

  private final String taken;
  private final String jdbcPrefix;
  private final String user;
  private final String password;

  private PostgresFixture(String taken, String jdbcPrefix, String user, String password) {
    this.taken = taken;
    this.jdbcPrefix = jdbcPrefix;
    this.user = user;
    this.password = password;
    log.info("PostgreSQL for this run: {}", taken);
  }

  /**
   * The server shared by all tests of this JVM; started on first use, stopped when the JVM ends.
   */
  public static PostgresFixture shared() {
    return Shared.INSTANCE;
  }

  /** Which server was taken, in words. */
  public String taken() {
    return taken;
  }

  /** Creates an empty database on this server. */
  public Database newDatabase() {
    String name = "softpause_" + databases.incrementAndGet();
    try (Connection connection = open("postgres");
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create database " + name, e);
    }
    return new Database(jdbcPrefix + name, user, password);
  }

  private Connection open(String database) throws SQLException {
    return DriverManager.getConnection(jdbcPrefix + database, user, password);
  }

  private static PostgresFixture start() {
    return dockerAnswers() ? container() : embedded();
  }

  private static boolean dockerAnswers() {
    return Files.exists(Path.of("/var/run/docker.sock"))
        && DockerClientFactory.instance().isDockerAvailable();
  }

  @SuppressWarnings("resource") // Testcontainers' reaper ends it with the JVM
  private static PostgresFixture container() {
    var container = new PostgreSQLContainer("postgres:18");
    container.start();
    String prefix =
        "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432);
    return new PostgresFixture(
        "container " + container.getDockerImageName(),
        prefix + "/",
        container.getUsername(),
        container.getPassword());
  }

  /** fsync is turned back on: a test that kills a program must find what was committed. */
  @SuppressWarnings("resource") // closed by the library's own shutdown hook
  private static PostgresFixture embedded() {
    try {
      var server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .start();
      return new PostgresFixture(
          "embedded binaries",
          "jdbc:postgresql://localhost:" + server.getPort() + "/",
          "postgres",
          "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the embedded PostgreSQL", e);
    }
  }

  /** Where a database is and who may enter. */
  public record Database(String url, String user, String password) {
    /** Opens a connection; the caller closes it. */
    public Connection open() throws SQLException {
      return DriverManager.getConnection(url, user, password);
    }
  }

  private static final class Shared {
    static final PostgresFixture INSTANCE = start();
  }
}
