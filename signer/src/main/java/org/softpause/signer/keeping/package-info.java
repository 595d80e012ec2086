/**
 * Keeping a signer in order over the years: its pinned registry, its backup, its recovery, and the
 * seats that the finalised log brings into force or ends.
 */
@NullMarked
package org.softpause.signer.keeping;

import org.jspecify.annotations.NullMarked;
