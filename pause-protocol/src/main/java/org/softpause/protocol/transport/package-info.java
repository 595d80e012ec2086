/**
 * How a request reaches a peer and how its answer comes back: over HTTP, or by whatever a program
 * puts in its place, such as files carried to a machine without network.
 */
@NullMarked
package org.softpause.protocol.transport;

import org.jspecify.annotations.NullMarked;
