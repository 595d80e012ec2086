/** What anchoring survives: a stop between recording and sending, a block taken back. */
@NullMarked
package org.softpause.authz.anchoring;

import org.jspecify.annotations.NullMarked;
