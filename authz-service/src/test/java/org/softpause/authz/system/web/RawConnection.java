package org.softpause.authz.system.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A connection on which any bytes can be sent, as slowly as one likes. */
final class RawConnection implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_DROPS = Duration.ofMillis(100);

  private final Socket socket;

  private RawConnection(Socket socket) {
    this.socket = socket;
  }

  static RawConnection to(URI service) throws IOException {
    return from("127.0.0.1", service);
  }

  /** All of 127.0.0.0/8 is this machine, so that there are as many callers as one needs. */
  static RawConnection from(String address, URI service) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.getPort()));
    socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
    return new RawConnection(socket);
  }

  RawConnection send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawConnection send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  RawConnection post(String path, String mediaType, int length) throws IOException {
    return send(
        "POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, mediaType, length));
  }

  /** Everything that comes until the service ends the connection. */
  String readToEnd() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** The first line of the answer, without waiting for the end. */
  String statusLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int one = socket.getInputStream().read();
        one >= 0 && one != '\r';
        one = socket.getInputStream().read()) {
      line.append((char) one);
    }
    return line.toString();
  }

  /** Sends a drop again and again; whether the service ended the connection within patience. */
  boolean isEndedWhileDripping(String drop) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        send(drop);
      } catch (IOException ended) {
        return true;
      }
      LockSupport.parkNanos(BETWEEN_DROPS.toNanos());
    }
    return false;
  }

  /** Whether the service has ended the connection, seen without sending anything. */
  boolean isEnded(Duration patience) throws IOException {
    socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
