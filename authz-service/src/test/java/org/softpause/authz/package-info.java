/**
 * The service as a whole, started as it starts for an operator, on a real PostgreSQL and, where the
 * chain matters, a real node. Tests talk HTTP as a signatory would.
 */
@NullMarked
package org.softpause.authz;

import org.jspecify.annotations.NullMarked;
