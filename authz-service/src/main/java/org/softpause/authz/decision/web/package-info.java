/** Decisions and ballots over HTTP: documents go in and out as they were signed. */
@NullMarked
package org.softpause.authz.decision.web;

import org.jspecify.annotations.NullMarked;
