/**
 * Deciding: proposals are verified before anybody reads them, shown in plain words, and approved or
 * rejected. A ballot is stored before it is sent.
 */
@NullMarked
package org.softpause.signer.deciding;

import org.jspecify.annotations.NullMarked;
