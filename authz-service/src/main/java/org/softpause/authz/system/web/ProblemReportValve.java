package org.softpause.authz.system.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.system.Refusal;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** Tells what Tomcat itself refuses as a problem detail, in place of Tomcat's page. */
public final class ProblemReportValve extends ErrorReportValve {
  /** The request's attribute in which a filter may leave the {@link Refusal} to be told. */
  static final String REFUSAL = ProblemReportValve.class.getName() + ".refusal";

  private static final Logger log = LoggerFactory.getLogger(ProblemReportValve.class);

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    boolean isTold =
        response.getStatus() < 400
            || response.getContentWritten() > 0
            || !response.setErrorReported();
    if (isTold || !mayWrite(response)) {
      return;
    }
    try {
      write(problem(request, response), response);
    } catch (IOException gone) {
      log.debug("nobody reads the answer", gone);
    }
  }

  private static boolean mayWrite(Response response) {
    AtomicBoolean allowed = new AtomicBoolean();
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
    return allowed.get();
  }

  private static ProblemDetail problem(Request request, Response response) {
    if (request.getAttribute(REFUSAL) instanceof Refusal refusal) {
      return ProblemDetailFactory.of(refusal.problem(), refusal.detail());
    }
    ProblemDetail problem = ProblemDetail.forStatus(response.getStatus());
    ProblemDetailFactory.nameType(problem);
    return problem;
  }

  private static void write(ProblemDetail problem, Response response) throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    Map<String, Json> members = new TreeMap<>();
    members.put("type", new JsonString(Objects.toString(problem.getType())));
    members.put("title", new JsonString(Objects.toString(problem.getTitle())));
    members.put("status", new JsonInteger(problem.getStatus()));
    if (problem.getDetail() != null) {
      members.put("detail", new JsonString(problem.getDetail()));
    }
    byte[] json = CanonicalJson.encode(new JsonObject(members));
    response.getWriter().write(new String(json, StandardCharsets.UTF_8));
    response.finishResponse();
  }
}
