package org.softpause.authz.system.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Which requests have a body that some controller takes. */
final class BodyRoutes {
  private final RequestMappingHandlerMapping mapping;

  BodyRoutes(RequestMappingHandlerMapping mapping) {
    this.mapping = mapping;
  }

  boolean takeBody(HttpServletRequest request) {
    return hasBody(request) && isTaken(request);
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  private boolean isTaken(HttpServletRequest request) {
    if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
      ServletRequestPathUtils.parseAndCache(request);
    }
    HandlerExecutionChain route;
    try {
      route = mapping.getHandler(request);
    } catch (Exception wrongMethodOrMediaType) {
      return false; // the dispatcher finds the same, and says so
    }
    return route != null
        && route.getHandler() instanceof HandlerMethod method
        && Arrays.stream(method.getMethodParameters())
            .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
  }
}
