/**
 * Fixtures of the auditor's tests: a real registry on a real Ethereum node, and proxies and
 * services that may lie about it.
 */
@NullMarked
package org.softpause.auditor.world;

import org.jspecify.annotations.NullMarked;
