/** Tests of the unit of throughput and of the hardware tables. */
@NullMarked
package org.softpause.protocol.hardware;

import org.jspecify.annotations.NullMarked;
