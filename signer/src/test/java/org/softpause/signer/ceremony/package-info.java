@NullMarked
package org.softpause.signer.ceremony;

import org.jspecify.annotations.NullMarked;
