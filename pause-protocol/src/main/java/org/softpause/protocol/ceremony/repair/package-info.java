/**
 * The repair of a lost share over the bulletin board (protocol "Repair"): what its messages show,
 * who is to blame for a bad one, and what each participant does next.
 */
@NullMarked
package org.softpause.protocol.ceremony.repair;

import org.jspecify.annotations.NullMarked;
