/**
 * The test family "registry": the auditor's program audits a long history on a real chain. Nodes
 * and services that lie about it must be named.
 */
@NullMarked
package org.softpause.e2e.registry;

import org.jspecify.annotations.NullMarked;
