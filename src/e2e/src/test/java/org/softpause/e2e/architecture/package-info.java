/** Rules over the classes and sources of every module. Only this module can see all of them. */
@NullMarked
package org.softpause.e2e.architecture;

import org.jspecify.annotations.NullMarked;
