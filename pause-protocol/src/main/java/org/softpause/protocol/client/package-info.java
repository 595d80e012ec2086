/**
 * A client of the authorization service: requests go out, answers come in, and none of them is
 * believed here. Whoever uses an answer checks it against signatures and its own record.
 */
@NullMarked
package org.softpause.protocol.client;

import org.jspecify.annotations.NullMarked;
