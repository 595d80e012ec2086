/** What the log makes of this signer's seats. Nothing here reaches a network. */
@NullMarked
package org.softpause.signer.registry;

import org.jspecify.annotations.NullMarked;
