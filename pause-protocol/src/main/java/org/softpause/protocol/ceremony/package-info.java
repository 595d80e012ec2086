/** The state machine of a key ceremony, and one participant's own part in it. */
@NullMarked
package org.softpause.protocol.ceremony;

import org.jspecify.annotations.NullMarked;
