/**
 * Who may speak: jurisdictions enrolled by one-time codes, and the registry with the committees
 * that it names. The first feature; it knows none of the others.
 */
@NullMarked
package org.softpause.authz.committee;

import org.jspecify.annotations.NullMarked;
