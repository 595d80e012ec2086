package org.softpause.authz.system.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses request bodies larger than 256 KiB before anything parses them, whether or not their
 * length is declared.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestBodyLimitFilter extends OncePerRequestFilter {
  static final int MAX_BYTES = 256 * 1024;

  private final HandlerExceptionResolver problems;

  RequestBodyLimitFilter(HandlerExceptionResolver handlerExceptionResolver) {
    this.problems = handlerExceptionResolver;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MAX_BYTES) {
      refuse(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      refuse(request, response);
      return;
    }
    chain.doFilter(new Counted(request, body), response);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) {
    problems.resolveException(
        request,
        response,
        null,
        new RuleViolation(Rule.TOO_LARGE, "the body must have at most " + MAX_BYTES + " bytes"));
  }

  /** A request whose body has been read. */
  private static final class Counted extends HttpServletRequestWrapper {
    private final byte[] body;

    Counted(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Buffered(new ByteArrayInputStream(body));
    }
  }

  private static final class Buffered extends ServletInputStream {
    private final ByteArrayInputStream in;

    Buffered(ByteArrayInputStream in) {
      this.in = in;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return in.read(buffer, offset, length);
    }

    @Override
    public boolean isFinished() {
      return in.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("the body has been read");
    }
  }
}
