/**
 * What one node is asked, in pieces that it can bear, and the file that saves asking again. Nothing
 * here judges what comes back.
 */
@NullMarked
package org.softpause.auditor.chain;

import org.jspecify.annotations.NullMarked;
