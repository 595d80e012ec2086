/** Tests of what the scenarios are made of. */
@NullMarked
package org.softpause.e2e.harness;

import org.jspecify.annotations.NullMarked;
