/** Tests of the verification; each lies in one way and sees it refused by name. */
@NullMarked
package org.softpause.agent.verify;

import org.jspecify.annotations.NullMarked;
