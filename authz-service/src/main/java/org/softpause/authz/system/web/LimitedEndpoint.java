package org.softpause.authz.system.web;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.system.CallerLimits;
import org.softpause.authz.system.web.ConnectionPhases.Kind;

/**
 * Admits connections within the limits and ends those that are overdue. Where there is no room, the
 * connection that has owed its request or body for the longest time gives way, so that a crowd of
 * slow ones never keeps a quick one out.
 */
final class LimitedEndpoint extends NioEndpoint {
  private static final Logger log = LoggerFactory.getLogger(LimitedEndpoint.class);

  private @Nullable CallerLimits limits;
  private @Nullable ConnectionPhases phases;

  void limit(CallerLimits callerLimits, ConnectionPhases connectionPhases) {
    this.limits = callerLimits;
    this.phases = connectionPhases;
  }

  @Override
  protected boolean setSocketOptions(SocketChannel socket) {
    if (isAdmitted(socket)) {
      return super.setSocketOptions(socket);
    }
    destroySocket(socket);
    return false;
  }

  /** A failure must not cost the place in the acceptor's count that this connection has taken. */
  private boolean isAdmitted(SocketChannel socket) {
    try {
      return admits(socket.socket().getInetAddress().getHostAddress());
    } catch (RuntimeException e) {
      log.error("a connection could not be looked at and is refused", e);
      return false;
    }
  }

  /** Called by the one thread that accepts connections. */
  private boolean admits(String address) {
    CallerLimits allowed = Objects.requireNonNull(limits);
    Map<String, SocketChannel> open = live();
    return (!allowed.isOneCaller(address)
            || hasRoom(open, from(address, open), allowed.connectionsPerAddress()))
        && hasRoom(open, open.keySet(), allowed.connections());
  }

  private boolean hasRoom(Map<String, SocketChannel> open, Set<String> counted, int limit) {
    if (counted.size() < limit) {
      return true;
    }
    Optional<String> debtor = phases().longestDebtor(counted);
    debtor.ifPresent(id -> end(id, Objects.requireNonNull(open.get(id))));
    return debtor.isPresent();
  }

  /** Ends what is overdue, and forgets what is gone. */
  void sweep() {
    Set<String> known = phases().known();
    Map<String, SocketChannel> open = all();
    known.stream().filter(id -> !open.containsKey(id)).forEach(phases()::forget);
    open.forEach(
        (id, socket) -> {
          if (phases().isOverdue(id)) {
            end(id, socket);
          }
        });
  }

  /**
   * Shuts the socket and leaves closing to the thread that owns the connection: it finds the end of
   * the stream, as if the caller had hung up. What is only late with its body can still be told so.
   */
  private void end(String id, SocketChannel socket) {
    Kind kind = phases().of(id);
    phases().begin(id, Kind.ENDING);
    try {
      socket.shutdownInput();
      if (kind == Kind.SERVING || kind == Kind.ENDING) {
        socket.shutdownOutput();
      }
    } catch (IOException gone) {
      log.debug("connection {} is gone", id, gone);
    }
  }

  private Map<String, SocketChannel> live() {
    Map<String, SocketChannel> open = all();
    open.keySet().removeIf(id -> phases().of(id) == Kind.ENDING);
    return open;
  }

  private Map<String, SocketChannel> all() {
    Map<String, SocketChannel> open = new LinkedHashMap<>();
    connections.forEach((socket, wrapper) -> open.put(id(wrapper), socket));
    return open;
  }

  private static Set<String> from(String address, Map<String, SocketChannel> open) {
    return open.entrySet().stream()
        .filter(one -> isFrom(address, one.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static boolean isFrom(String address, SocketChannel socket) {
    var remote = socket.socket().getInetAddress();
    return remote != null && remote.getHostAddress().equals(address);
  }

  private static String id(SocketWrapperBase<NioChannel> wrapper) {
    return wrapper.getServletConnection("http/1.1", "").getConnectionId();
  }

  private ConnectionPhases phases() {
    return Objects.requireNonNull(phases);
  }
}
