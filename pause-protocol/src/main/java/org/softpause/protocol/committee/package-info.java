/**
 * Committees: who their members are, and the ceremony that makes their key without a dealer. All of
 * it is pure: the same messages in the same order give the same state on a service, in a signer and
 * at an auditor's.
 */
@NullMarked
package org.softpause.protocol.committee;

import org.jspecify.annotations.NullMarked;
