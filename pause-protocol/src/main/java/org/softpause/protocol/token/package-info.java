/**
 * Tokens: the service's one attestation of the log up to a finalised head (protocol "Token"). Here
 * they are issued and verified, and the log that they carry is replayed.
 */
@NullMarked
package org.softpause.protocol.token;

import org.jspecify.annotations.NullMarked;
