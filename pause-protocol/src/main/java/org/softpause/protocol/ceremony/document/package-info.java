/** The signed documents of a key ceremony: the plan and the members' messages. */
@NullMarked
package org.softpause.protocol.ceremony.document;

import org.jspecify.annotations.NullMarked;
