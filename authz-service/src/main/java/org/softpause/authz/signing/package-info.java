/**
 * Threshold signing by ROAST, from enough approvals to a certificate: a session hands its members
 * one package and every share is checked on arrival. It knows decisions and committees; what comes
 * after listens to {@link org.softpause.authz.signing.DecisionCertified}.
 */
@NullMarked
package org.softpause.authz.signing;

import org.jspecify.annotations.NullMarked;
