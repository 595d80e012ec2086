package org.softpause.authz.system.web;

import java.net.URI;
import java.util.Locale;
import org.softpause.authz.system.Problem;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Makes the problem detail (RFC 9457) for a failure, with its status, type and text. */
final class ProblemDetailFactory {
  private ProblemDetailFactory() {}

  static ProblemDetail of(RuleViolation violation) {
    return detail(violation.rule().slug(), status(violation.rule()), violation.detail());
  }

  static ProblemDetail of(Problem problem, String text) {
    return detail(problem.slug(), problem.status(), text);
  }

  /** Jackson's own texts name Java types, so they are replaced. */
  static ProblemDetail ofUnreadable(HttpMessageNotReadableException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof DatabindException mismatch) {
      return ofMismatch(mismatch);
    }
    String text =
        cause instanceof StreamReadException
            ? "the body is not a JSON document"
            : "the body cannot be read";
    return detail(Rule.MALFORMED_JSON.slug(), 400, text);
  }

  private static ProblemDetail ofMismatch(DatabindException mismatch) {
    if (mismatch.getCause() instanceof RuleViolation violation) {
      return of(violation);
    }
    if (mismatch instanceof UnrecognizedPropertyException unknown) {
      return detail(
          Rule.UNKNOWN_MEMBER.slug(),
          400,
          "the member " + unknown.getPropertyName() + " is unknown");
    }
    String text = "missing or of the wrong type: " + place(mismatch);
    return detail(Rule.WRONG_TYPE.slug(), 400, text);
  }

  /** Gives a failure that the framework found a type made of its status. */
  static void nameType(ProblemDetail detail) {
    URI type = detail.getType();
    if (type == null || type.toString().equals("about:blank")) {
      HttpStatus status = HttpStatus.resolve(detail.getStatus());
      String reason = status == null ? "error" : status.getReasonPhrase();
      detail.setType(Problem.type(reason.toLowerCase(Locale.ROOT).replace(' ', '-')));
    }
  }

  private static String place(DatabindException mismatch) {
    String place = mismatch.getPathReference();
    int member = place.indexOf("[\"");
    return member < 0 ? "the document" : place.substring(member);
  }

  private static ProblemDetail detail(String slug, int status, String text) {
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), text);
    detail.setType(Problem.type(slug));
    detail.setTitle(slug.replace('-', ' '));
    return detail;
  }

  /**
   * A malformed document is 400, a wrong signature 401, and a rule broken by a well-formed document
   * 422.
   */
  private static int status(Rule rule) {
    return switch (rule) {
      case TOO_LARGE -> 413;
      case MALFORMED_JSON,
          DUPLICATE_MEMBER,
          UNKNOWN_MEMBER,
          MISSING_MEMBER,
          WRONG_TYPE,
          OUT_OF_RANGE,
          MALFORMED_VALUE,
          NOT_CANONICAL,
          MALFORMED_KEY,
          MALFORMED_JWS,
          JWS_HEADER_REFUSED ->
          400;
      case JWS_WRONG_KEY, JWS_SIGNATURE_INVALID, REQUEST_NOT_THIS_ONE, REQUEST_STALE -> 401;
      case EQUIVOCATION, COMMITMENT_NOT_RISING, WRONG_PHASE, CEREMONY_ABORTED -> 409;
      case NOT_A_MEMBER -> 403;
      default -> 422;
    };
  }
}
