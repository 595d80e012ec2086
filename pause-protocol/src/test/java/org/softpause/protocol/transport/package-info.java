@NullMarked
package org.softpause.protocol.transport;

import org.jspecify.annotations.NullMarked;
