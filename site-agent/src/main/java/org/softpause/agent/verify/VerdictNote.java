package org.softpause.agent.verify;

import org.softpause.protocol.Rule;

/** A rule that limits what an accepted token may do, with a one-sentence detail. */
public record VerdictNote(Rule rule, String detail) {
  @Override
  public String toString() {
    return rule.slug() + ": " + detail;
  }
}
