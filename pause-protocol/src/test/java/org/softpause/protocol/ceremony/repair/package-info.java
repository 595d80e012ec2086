/** Tests of the repair of a lost share. */
@NullMarked
package org.softpause.protocol.ceremony.repair;

import org.jspecify.annotations.NullMarked;
