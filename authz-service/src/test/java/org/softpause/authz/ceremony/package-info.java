/** The bulletin board with members who contradict themselves or speak out of turn. */
@NullMarked
package org.softpause.authz.ceremony;

import org.jspecify.annotations.NullMarked;
