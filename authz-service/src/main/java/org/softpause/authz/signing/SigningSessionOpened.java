package org.softpause.authz.signing;

/** Members are asked for shares as soon as the transaction that says so has ended well. */
record SigningSessionOpened() {}
