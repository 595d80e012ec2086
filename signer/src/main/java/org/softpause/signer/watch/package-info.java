/**
 * The unattended part: ceremonies joined here go on, and shares go out for what was approved here.
 * It decides nothing, and it outlives a service that is away for a while.
 */
@NullMarked
package org.softpause.signer.watch;

import org.jspecify.annotations.NullMarked;
