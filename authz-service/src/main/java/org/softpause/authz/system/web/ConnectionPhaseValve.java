package org.softpause.authz.system.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.softpause.authz.system.web.ConnectionPhases.Kind;

/** Notes when a connection's request is complete but for its body, and when it is answered. */
final class ConnectionPhaseValve extends ValveBase {
  private final ConnectionPhases phases;

  ConnectionPhaseValve(ConnectionPhases phases) {
    super(true);
    this.phases = phases;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    String connection = request.getServletConnection().getConnectionId();
    phases.begin(connection, Kind.SERVING);
    try {
      getNext().invoke(request, response);
    } finally {
      phases.begin(connection, Kind.KEPT_ALIVE);
    }
  }
}
