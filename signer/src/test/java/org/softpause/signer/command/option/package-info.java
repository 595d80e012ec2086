@NullMarked
package org.softpause.signer.command.option;

import org.jspecify.annotations.NullMarked;
