package org.softpause.authz.signing;

/** A session was opened; listeners act on it after the transaction has committed. */
record SigningSessionOpened() {}
