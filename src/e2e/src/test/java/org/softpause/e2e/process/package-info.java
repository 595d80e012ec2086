/** Tests of the harness itself: children come up, and go down with their parent. */
@NullMarked
package org.softpause.e2e.process;

import org.jspecify.annotations.NullMarked;
