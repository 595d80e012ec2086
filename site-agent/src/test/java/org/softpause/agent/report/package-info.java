/** Tests of this package: what it promises, boundary by boundary. */
@NullMarked
package org.softpause.agent.report;

import org.jspecify.annotations.NullMarked;
