/**
 * Figures that only real processes give: measured on request by a command of their own, and never
 * asserted.
 */
@NullMarked
package org.softpause.e2e.measure;

import org.jspecify.annotations.NullMarked;
