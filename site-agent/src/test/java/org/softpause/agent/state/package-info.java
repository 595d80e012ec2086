/** Tests of this package: what it promises, boundary by boundary. */
@NullMarked
package org.softpause.agent.state;

import org.jspecify.annotations.NullMarked;
