/**
 * From enough approvals to a certificate: a session hands its participants one package and checks
 * every share on arrival. Knows decisions and committees; what comes after listens to {@link
 * org.softpause.authz.signing.DecisionCertified}.
 */
@NullMarked
package org.softpause.authz.signing;

import org.jspecify.annotations.NullMarked;
