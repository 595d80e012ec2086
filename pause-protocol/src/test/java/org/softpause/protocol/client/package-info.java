@NullMarked
package org.softpause.protocol.client;

import org.jspecify.annotations.NullMarked;
