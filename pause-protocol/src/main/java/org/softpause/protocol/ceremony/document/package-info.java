/** The signed documents of a key ceremony: the plan, the participants' messages and the roster. */
@NullMarked
package org.softpause.protocol.ceremony.document;

import org.jspecify.annotations.NullMarked;
