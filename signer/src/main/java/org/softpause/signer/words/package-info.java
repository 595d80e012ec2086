/**
 * A decision in plain words, so that an officer approves what was read and nothing else. The text
 * is made from the decision's own fields; what others wrote is shown as quoted, sanitized text.
 */
@NullMarked
package org.softpause.signer.words;

import org.jspecify.annotations.NullMarked;
