package org.softpause.e2e.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A crowd that nobody knows: some callers send all but the last byte of a body and fall silent, the
 * others drip. Whoever is cut off comes again. It comes from this machine's many addresses.
 */
final class SlowCallers implements AutoCloseable {
  private static final int LARGEST_BODY = 256 * 1024;
  private static final int ADDRESSES = 24;
  private static final Duration BETWEEN_DROPS = Duration.ofMillis(500);
  private static final String HEAD =
      "POST /v1/sites HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
          + LARGEST_BODY
          + "\r\n\r\n";

  private final URI service;
  private final List<Thread> crowd = new ArrayList<>();
  private final AtomicLong connections = new AtomicLong();

  SlowCallers(URI service) {
    this.service = service;
  }

  /** Begins, with so many of either kind. */
  SlowCallers begin(int silent, int dripping) {
    for (int one = 0; one < silent; one++) {
      String address = address(one);
      crowd.add(Thread.ofVirtual().start(() -> again(address, this::stopBeforeTheEnd)));
    }
    for (int one = 0; one < dripping; one++) {
      String address = address(one);
      crowd.add(Thread.ofVirtual().start(() -> again(address, this::drip)));
    }
    return this;
  }

  /** How many connections there were in all. */
  long connections() {
    return connections.get();
  }

  private static String address(int one) {
    return one % 4 == 0 ? "127.0.0.1" : "127.0.9." + (1 + one % ADDRESSES);
  }

  private interface Behaviour {
    void on(Socket socket) throws IOException;
  }

  private void again(String address, Behaviour behaviour) {
    while (!Thread.interrupted()) {
      try (Socket socket = new Socket()) {
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.getPort()));
        connections.incrementAndGet();
        behaviour.on(socket);
      } catch (IOException cutOff) {
        LockSupport.parkNanos(BETWEEN_DROPS.toNanos());
      }
    }
  }

  private void stopBeforeTheEnd(Socket socket) throws IOException {
    socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(new byte[LARGEST_BODY - 1]);
    socket.getInputStream().readAllBytes();
  }

  private void drip(Socket socket) throws IOException {
    while (!Thread.currentThread().isInterrupted()) {
      socket.getOutputStream().write('G');
      LockSupport.parkNanos(BETWEEN_DROPS.toNanos());
    }
  }

  @Override
  public void close() {
    crowd.forEach(Thread::interrupt);
  }
}
