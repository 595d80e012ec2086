/**
 * The family "registry": a long history on a real chain, audited by the auditor's own program, and
 * those who lie about it. Each liar has to be caught by name.
 */
@NullMarked
package org.softpause.e2e.registry;

import org.jspecify.annotations.NullMarked;
