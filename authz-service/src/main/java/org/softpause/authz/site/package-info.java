/**
 * Sites, whose records jurisdictions sign, and the ceiling that the log gives each of them. It
 * knows the enrolled jurisdictions and the mirror of the log.
 */
@NullMarked
package org.softpause.authz.site;

import org.jspecify.annotations.NullMarked;
