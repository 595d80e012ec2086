/** Signing with liars, silent and slow members, over real PostgreSQL. */
@NullMarked
package org.softpause.authz.signing;

import org.jspecify.annotations.NullMarked;
