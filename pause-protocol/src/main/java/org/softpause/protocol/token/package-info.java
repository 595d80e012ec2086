/**
 * The service's one attestation of the log up to a finalised head (protocol "Token"). Issuing and
 * verifying are here, and the replay of the log that a token carries.
 */
@NullMarked
package org.softpause.protocol.token;

import org.jspecify.annotations.NullMarked;
