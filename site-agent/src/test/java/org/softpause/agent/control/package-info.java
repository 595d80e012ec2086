/** Tests of this package: what it promises, boundary by boundary. */
@NullMarked
package org.softpause.agent.control;

import org.jspecify.annotations.NullMarked;
