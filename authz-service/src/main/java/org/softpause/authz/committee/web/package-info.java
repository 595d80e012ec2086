/**
 * Jurisdictions, committees and the registry over HTTP; enrolment codes on the management port
 * alone.
 */
@NullMarked
package org.softpause.authz.committee.web;

import org.jspecify.annotations.NullMarked;
