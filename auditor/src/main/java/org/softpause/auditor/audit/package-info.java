/**
 * The audit itself: a registry's whole history rebuilt from events, every rule checked again, nodes
 * and service held against it. It trusts no one of them, and says which of them it caught.
 */
@NullMarked
package org.softpause.auditor.audit;

import org.jspecify.annotations.NullMarked;
