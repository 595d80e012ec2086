/** Anchoring through stops, reorganisations, waiting transactions and replicas. */
@NullMarked
package org.softpause.authz.anchoring;

import org.jspecify.annotations.NullMarked;
