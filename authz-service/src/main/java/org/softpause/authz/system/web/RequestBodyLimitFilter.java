package org.softpause.authz.system.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.softpause.authz.system.Refusal;
import org.softpause.authz.system.web.ConnectionPhases.Kind;
import org.softpause.protocol.RuleViolation;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Reads a body before anybody parses it, and only where someone takes it: route, method, media type
 * and announced length are looked at first.
 */
final class RequestBodyLimitFilter extends OncePerRequestFilter {
  private static final String RETRY_AFTER_SECONDS = "5";

  private final BodyRoutes routes;
  private final BodyReader reader;
  private final ConnectionPhases phases;
  private final HandlerExceptionResolver problems;

  RequestBodyLimitFilter(
      BodyRoutes routes,
      BodyReader reader,
      ConnectionPhases phases,
      HandlerExceptionResolver problems) {
    this.routes = routes;
    this.reader = reader;
    this.phases = phases;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!routes.takeBody(request)) {
      chain.doFilter(request, response);
      return;
    }
    BodyReader.Read read;
    String connection = request.getServletConnection().getConnectionId();
    phases.begin(connection, Kind.READING_BODY);
    try {
      BodyReader.requireLength(request.getContentLengthLong());
      read = reader.read(request);
    } catch (RuleViolation | Refusal refused) {
      refuse(request, response, refused);
      return;
    } catch (ClientAbortException brokenOff) {
      // Tomcat has marked the answer as an error and lets nobody write it but the valve.
      request.setAttribute(ProblemReportValve.REFUSAL, reader.late());
      return;
    } finally {
      phases.begin(connection, Kind.SERVING);
    }
    try (read) {
      chain.doFilter(new Buffered(request, read), response);
    }
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, RuntimeException refused) {
    response.setHeader("Connection", "close");
    if (refused instanceof Refusal) {
      response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
    problems.resolveException(request, response, null, refused);
  }

  /** A request whose body has been read. */
  private static final class Buffered extends HttpServletRequestWrapper {
    private final BodyReader.Read read;

    Buffered(HttpServletRequest request, BodyReader.Read read) {
      super(request);
      this.read = read;
    }

    @Override
    public ServletInputStream getInputStream() {
      return read.body().stream(read.length());
    }
  }
}
