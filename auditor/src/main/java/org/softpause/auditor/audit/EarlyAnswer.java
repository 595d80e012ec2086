package org.softpause.auditor.audit;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.proof.RpcException;

/**
 * What a node answered at the start of an audit, for a check that comes after its events were read.
 * Reading them can take longer than the node keeps the state of the audited block.
 */
final class EarlyAnswer<T> {
  private @Nullable T value;
  private @Nullable RpcException unanswered;
  private @Nullable RuleViolation broken;

  interface Question<T> {
    T ask() throws IOException;
  }

  /** Asks now; what the question throws is thrown by {@link #get}. */
  static <T> EarlyAnswer<T> to(Question<T> question) throws IOException {
    EarlyAnswer<T> answer = new EarlyAnswer<>();
    try {
      answer.value = question.ask();
    } catch (RpcException e) {
      answer.unanswered = e;
    } catch (RuleViolation e) {
      answer.broken = e;
    }
    return answer;
  }

  T get() throws RpcException {
    if (unanswered != null) {
      throw unanswered;
    }
    if (broken != null) {
      throw broken;
    }
    if (value == null) {
      throw new IllegalStateException("no answer");
    }
    return value;
  }
}
