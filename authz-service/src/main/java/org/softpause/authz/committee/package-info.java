/**
 * Who may sign what: jurisdictions enrolled by one-time codes, and the registry with the committees
 * that it names. It is the first feature and knows none of the others.
 */
@NullMarked
package org.softpause.authz.committee;

import org.jspecify.annotations.NullMarked;
