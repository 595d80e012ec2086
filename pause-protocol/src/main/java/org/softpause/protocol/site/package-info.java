/**
 * Sites: what a jurisdiction signs about a data centre (protocol "Terms", site). The scope of a
 * decision is tested on these records.
 */
@NullMarked
package org.softpause.protocol.site;

import org.jspecify.annotations.NullMarked;
