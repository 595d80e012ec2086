/**
 * The service that carries what signatories sign: it collects, checks, anchors and attests, and can
 * forge nothing. Each package is a feature; they stand in the order in which a decision passes
 * through them, and each knows only the ones before it.
 */
@NullMarked
package org.softpause.authz;

import org.jspecify.annotations.NullMarked;
