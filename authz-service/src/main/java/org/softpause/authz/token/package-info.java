/**
 * Tokens: the service's signed statement of the log up to the latest finalised head, the same for
 * everyone. It knows the mirror of the log and the certificates, and attests nothing that its own
 * replay does not confirm.
 */
@NullMarked
package org.softpause.authz.token;

import org.jspecify.annotations.NullMarked;
