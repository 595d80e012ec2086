/** The adapter to the node: fees, keys and errors. */
@NullMarked
package org.softpause.authz.ethereum;

import org.jspecify.annotations.NullMarked;
