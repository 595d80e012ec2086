package org.softpause.authz.system.web;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.system.Problem;
import org.softpause.authz.system.Refusal;
import org.softpause.protocol.RuleViolation;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception into a problem detail (RFC 9457) with a stable {@code type}. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ProblemDetailAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemDetailAdvice.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> ruleBroken(RuleViolation violation) {
    return respond(ProblemDetailFactory.of(violation));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refusal refusal) {
    return respond(ProblemDetailFactory.of(refusal.problem(), refusal.detail()));
  }

  /** The database enforces the rules again; here it found what nothing before it had. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> refusedByDatabase(DataIntegrityViolationException violation) {
    log.info("the database refused: {}", violation.getMostSpecificCause().getMessage());
    return refused(DatabaseRefusal.of(violation));
  }

  /** Two requests wanted the same row at once; the database let one have it. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> collided(ConcurrencyFailureException collision) {
    log.info("two requests collided: {}", collision.getMessage());
    return respond(
        ProblemDetailFactory.of(
            Problem.CONFLICT,
            "another request changed the same thing; look at its state, then try again"));
  }

  @ExceptionHandler({
    CannotCreateTransactionException.class,
    DataAccessResourceFailureException.class
  })
  ResponseEntity<ProblemDetail> databaseAway(RuntimeException failure) {
    log.warn("the database cannot be reached: {}", failure.getMessage());
    return respond(
        ProblemDetailFactory.of(
            Problem.DATABASE_UNREACHABLE, "the database cannot be reached; try again in a moment"));
  }

  /** Everything else is written to the log; the caller learns nothing about it. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> failed(RuntimeException failure) {
    log.error("a request failed", failure);
    return respond(
        ProblemDetailFactory.of(
            Problem.INTERNAL, "the service failed; the operator finds the cause in its log"));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException ex,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return handleExceptionInternal(
        ex, ProblemDetailFactory.ofUnreadable(ex), headers, status, request);
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    HttpHeaders ours = HttpHeaders.copyOf(headers);
    if (body instanceof ProblemDetail detail) {
      ProblemDetailFactory.nameType(detail);
      ours.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
    return super.createResponseEntity(body, ours, status, request);
  }

  private static ResponseEntity<ProblemDetail> respond(ProblemDetail detail) {
    return ResponseEntity.status(detail.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail);
  }
}
