/**
 * Sites that jurisdictions vouch for, and the ceiling that the log gives each of them. Knows the
 * enrolled jurisdictions and the mirror of the log.
 */
@NullMarked
package org.softpause.authz.site;

import org.jspecify.annotations.NullMarked;
