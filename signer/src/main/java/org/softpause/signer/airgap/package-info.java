/**
 * The air gap: a signer on a machine without network writes its requests to a file, somebody
 * carries it to a connected machine, and the answers come back in another file. Every command works
 * on such a machine, because only the {@link org.softpause.protocol.transport.Transport} differs.
 */
@NullMarked
package org.softpause.signer.airgap;

import org.jspecify.annotations.NullMarked;
