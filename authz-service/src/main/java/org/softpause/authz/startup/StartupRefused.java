package org.softpause.authz.startup;

/** The service cannot start; the message is one sentence for its operator. */
final class StartupRefused extends Exception {
  private static final long serialVersionUID = 1L;

  StartupRefused(String sentence) {
    super(sentence);
  }
}
