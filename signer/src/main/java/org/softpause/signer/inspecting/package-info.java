/** Inspecting a signer: what it holds, and whether everything it depends on is as it should be. */
@NullMarked
package org.softpause.signer.inspecting;

import org.jspecify.annotations.NullMarked;
