package org.softpause.authz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.softpause.db.PostgresFixture;

/** A proxy in front of a database that can be cut off and let through again. */
public final class TcpProxy implements AutoCloseable {
  private final PostgresFixture.Database database;
  private final URI target;
  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean isCut;

  private TcpProxy(PostgresFixture.Database database) {
    this.database = database;
    this.target = URI.create(database.url().substring("jdbc:".length()));
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a proxy that lets everything through. */
  public static TcpProxy inFrontOf(PostgresFixture.Database database) {
    TcpProxy proxy = new TcpProxy(database);
    Thread.ofVirtual().start(proxy::accept);
    return proxy;
  }

  /** The same database by way of this proxy. */
  public PostgresFixture.Database database() {
    return new PostgresFixture.Database(
        "jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + target.getPath(),
        database.user(),
        database.password());
  }

  /** Ends all connections, and each new one at once. */
  public void cut() {
    isCut = true;
    open.forEach(TcpProxy::end);
  }

  /** Lets connections through again. */
  public void mend() {
    isCut = false;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        if (isCut) {
          end(client);
        } else {
          connect(client);
        }
      }
    } catch (IOException closed) {
      open.forEach(TcpProxy::end);
    }
  }

  private void connect(Socket client) throws IOException {
    Socket backend = new Socket(target.getHost(), target.getPort());
    open.add(client);
    open.add(backend);
    Thread.ofVirtual().start(() -> copy(client, backend));
    Thread.ofVirtual().start(() -> copy(backend, client));
  }

  private void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException broken) {
      // The other direction ends with this one, below.
    } finally {
      end(from);
      end(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
