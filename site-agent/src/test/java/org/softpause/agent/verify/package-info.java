/** Tests of the verification, each of which lies in one way and expects the refusal by name. */
@NullMarked
package org.softpause.agent.verify;

import org.jspecify.annotations.NullMarked;
