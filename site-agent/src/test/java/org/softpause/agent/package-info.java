/** What holds for the whole agent. */
@NullMarked
package org.softpause.agent;

import org.jspecify.annotations.NullMarked;
