/**
 * The service that carries what signatories sign: it collects, checks, anchors and attests, and can
 * forge nothing. Packages are features in the order in which a decision passes through them; each
 * knows the ones before it.
 */
@NullMarked
package org.softpause.authz;

import org.jspecify.annotations.NullMarked;
