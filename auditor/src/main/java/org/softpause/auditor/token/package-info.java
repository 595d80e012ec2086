/**
 * Tokens held against each other. Two by one key that cannot both be true are evidence that anyone
 * can check, for ever and without asking anybody.
 */
@NullMarked
package org.softpause.auditor.token;

import org.jspecify.annotations.NullMarked;
