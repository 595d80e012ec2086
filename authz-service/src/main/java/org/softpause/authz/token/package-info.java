/**
 * The one attestation for everyone: what the log is up to the latest finalised head, signed by the
 * service. Knows the mirror of the log and the certificates; attests nothing that its own replay
 * does not confirm.
 */
@NullMarked
package org.softpause.authz.token;

import org.jspecify.annotations.NullMarked;
