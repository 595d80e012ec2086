/** Rules over the classes of every module, which only this module can see all of. */
@NullMarked
package org.softpause.e2e.architecture;

import org.jspecify.annotations.NullMarked;
