package org.softpause.authz.system.web;

import java.util.Set;
import org.apache.catalina.core.StandardHost;
import org.softpause.authz.system.CallerLimits;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** Has Tomcat serve connections within the limits, and answer with problem details alone. */
final class TomcatLimitsCustomizer
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
  private final CallerLimits limits;
  private final ConnectionPhases phases;

  TomcatLimitsCustomizer(CallerLimits limits, ConnectionPhases phases) {
    this.limits = limits;
    this.phases = phases;
  }

  /** After those that would have errors told by a page. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setErrorPages(Set.of());
    factory.setProtocol(LimitedHttp11Protocol.class.getName());
    factory.addConnectorCustomizers(
        connector -> {
          if (connector.getProtocolHandler() instanceof LimitedHttp11Protocol protocol) {
            protocol.limit(limits, phases);
          }
        });
    factory.addContextCustomizers(
        context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemReportValve.class.getName());
          }
        });
    factory.addEngineValves(new ConnectionPhaseValve(phases));
  }
}
