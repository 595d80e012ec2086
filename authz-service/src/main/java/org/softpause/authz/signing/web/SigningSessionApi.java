package org.softpause.authz.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.softpause.authz.signing.SessionLongPoll;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/signing-sessions}: a long poll for the number of sessions ever opened. */
@RestController
class SigningSessionApi {
  /** In seconds; less than clients and proxies commonly wait for an answer. */
  private static final int MAX_WAIT = 15;

  private final SessionLongPoll sessionLongPoll;

  SigningSessionApi(SessionLongPoll sessionLongPoll) {
    this.sessionLongPoll = sessionLongPoll;
  }

  @GetMapping("/v1/signing-sessions")
  Opened opened(
      @RequestParam(defaultValue = "0") long known,
      @RequestParam(defaultValue = "0") int wait,
      HttpServletRequest request) {
    if (known < 0 || wait < 0 || wait > MAX_WAIT) {
      throw new RuleViolation(
          Rule.OUT_OF_RANGE,
          "known must be a count, wait must be within 0.." + MAX_WAIT + " seconds");
    }
    return new Opened(
        sessionLongPoll.opened(known, Duration.ofSeconds(wait), request.getRemoteAddr()));
  }

  record Opened(long opened) {}
}
