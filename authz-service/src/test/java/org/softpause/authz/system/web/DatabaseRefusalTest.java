package org.softpause.authz.system.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;

class DatabaseRefusalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          23505 | site_pkey        | x | conflict     | another request was faster: a version of a site is recorded once (site_pkey); look, then try again
          23505 | some_other_key   | x | conflict     | another request was faster: its rule (some_other_key); look, then try again
          23514 | decision_check   | x | not-storable | the database refuses this: its rule (decision_check)
          23502 |                  | x | not-storable | the database refuses this: a rule that it does not name
          23001 |                  | ERROR: member 3 was caught with a bad share | not-storable | the database refuses this: member 3 was caught with a bad share
          22021 |                  | x | not-storable | a value is not one that the database can store
          """)
  void anIntegrityViolationSaysWhichRule(
      String state, @Nullable String constraint, String message, String problem, String detail) {
    var violation =
        new ConstraintViolationException("x", new SQLException(message, state), constraint);
    var refusal = DatabaseRefusal.of(new DataIntegrityViolationException("x", violation));
    assertThat(refusal.problem().slug()).isEqualTo(problem);
    assertThat(refusal.detail()).isEqualTo(detail);
  }
}
