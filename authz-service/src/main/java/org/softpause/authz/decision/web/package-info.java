/** Decisions and ballots over HTTP; documents are passed on exactly as they were signed. */
@NullMarked
package org.softpause.authz.decision.web;

import org.jspecify.annotations.NullMarked;
