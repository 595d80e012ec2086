/**
 * This signer's part in key ceremonies: every message, share and nonce is stored before it is
 * posted, so that a ceremony goes on wherever it was interrupted.
 */
@NullMarked
package org.softpause.signer.ceremony;

import org.jspecify.annotations.NullMarked;
