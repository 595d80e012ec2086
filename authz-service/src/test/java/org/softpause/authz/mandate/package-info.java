/** Several bodies, both mandates, and who comes after whom. */
@NullMarked
package org.softpause.authz.mandate;

import org.jspecify.annotations.NullMarked;
