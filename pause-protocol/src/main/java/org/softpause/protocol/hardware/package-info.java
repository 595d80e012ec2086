/**
 * What a site's throughput is counted in (protocol "Units"): the rule that turns a maker's
 * published rates into PFLOP/s, the hardware tables that apply it to accelerators, and the lines of
 * a site record that count them.
 */
@NullMarked
package org.softpause.protocol.hardware;

import org.jspecify.annotations.NullMarked;
