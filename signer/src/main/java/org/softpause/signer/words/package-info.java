/**
 * Describes decisions and ceremonies in plain words, so that an officer approves what was read and
 * nothing else. The text is made from the signed fields; what others wrote is quoted and sanitized.
 */
@NullMarked
package org.softpause.signer.words;

import org.jspecify.annotations.NullMarked;
