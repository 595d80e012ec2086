package org.softpause.authz.system.web;

import java.sql.SQLException;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.system.Problem;
import org.softpause.authz.system.Refusal;

/** Which rule of the database was broken, in words that a caller may read. */
final class DatabaseRefusal {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String RAISED_BY_TRIGGER = "23001";
  private static final String DATA_EXCEPTION = "22";

  /** Rules that two honest requests at the same moment can break. */
  private static final Map<String, String> WORDS =
      Map.of(
          "jurisdiction_pkey", "a key enrols once",
          "jurisdiction_name_key", "a name belongs to one key",
          "jurisdiction_code_hash_key", "an enrolment code is used once",
          "ceremony_pkey", "a ceremony is opened once",
          "ceremony_message_once", "a member says each thing once in a ceremony",
          "decision_pkey", "a decision is proposed once",
          "ballot_pkey", "a member has one approval and one rejection",
          "signing_event_one_share", "a member gives one share to a session",
          "commitment_pkey", "a member uses each number once",
          "site_pkey", "a version of a site is recorded once");

  private DatabaseRefusal() {}

  /** The refusal to answer with. */
  static Refusal of(Throwable failure) {
    SQLException cause = find(failure, SQLException.class);
    String state = cause == null || cause.getSQLState() == null ? "" : cause.getSQLState();
    if (state.startsWith(DATA_EXCEPTION)) {
      return Problem.NOT_STORABLE.because("a value is not one that the database can store");
    }
    String rule = rule(failure, cause, state);
    return state.equals(UNIQUE_VIOLATION)
        ? Problem.CONFLICT.because("another request was faster: " + rule + "; look, then try again")
        : Problem.NOT_STORABLE.because("the database refuses this: " + rule);
  }

  private static String rule(Throwable failure, @Nullable SQLException cause, String state) {
    if (cause != null && state.equals(RAISED_BY_TRIGGER)) {
      return raised(String.valueOf(cause.getMessage()));
    }
    ConstraintViolationException violation = find(failure, ConstraintViolationException.class);
    String name = violation == null ? null : violation.getConstraintName();
    if (name == null) {
      return "a rule that it does not name";
    }
    return WORDS.getOrDefault(name, "its rule") + " (" + name + ")";
  }

  /** The first line of what a trigger of ours says; the driver adds where it was said. */
  private static String raised(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.substring(line.indexOf(' ') + 1).strip();
  }

  private static <T> @Nullable T find(Throwable failure, Class<T> type) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (type.isInstance(one)) {
        return type.cast(one);
      }
    }
    return null;
  }
}
