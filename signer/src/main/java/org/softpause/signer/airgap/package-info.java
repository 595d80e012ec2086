/**
 * The air gap: what a signer asks and sends travels as a file, and so does what comes back. A
 * machine without network runs the same commands; its requests are answered from the mailbag.
 */
@NullMarked
package org.softpause.signer.airgap;

import org.jspecify.annotations.NullMarked;
