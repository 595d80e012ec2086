/**
 * The effects of a verified log: which ceilings applied where and when, and which committees held
 * each mandate. Everything here is computed from decisions alone; no node or service is asked.
 */
@NullMarked
package org.softpause.auditor.history;

import org.jspecify.annotations.NullMarked;
