/**
 * What happened, step by step, written in the same transaction as the step. Features write it;
 * nothing is ever taken back.
 */
@NullMarked
package org.softpause.authz.audit;

import org.jspecify.annotations.NullMarked;
