/**
 * Tests of what is concluded from a log. Ceilings are held against those of sites, reckoned as
 * every agent does.
 */
@NullMarked
package org.softpause.auditor.history;

import org.jspecify.annotations.NullMarked;
