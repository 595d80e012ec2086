/**
 * The audit of a registry: its log is rebuilt from events, every rule is checked again, and nodes
 * are compared with each other. No node is trusted, and a finding names the party at fault.
 */
@NullMarked
package org.softpause.auditor.audit;

import org.jspecify.annotations.NullMarked;
