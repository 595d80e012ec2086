/**
 * The bulletin board as a courier: requests go out, bytes come in, and nothing that comes in is
 * believed here. Whoever uses an answer checks it against signatures and its own record.
 */
@NullMarked
package org.softpause.signer.service;

import org.jspecify.annotations.NullMarked;
