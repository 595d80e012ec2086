/**
 * The comparison of the authorization service's log with the chain. The service is never trusted:
 * its answers can only confirm the chain or become findings.
 */
@NullMarked
package org.softpause.auditor.service;

import org.jspecify.annotations.NullMarked;
