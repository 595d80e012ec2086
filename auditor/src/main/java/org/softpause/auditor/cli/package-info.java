/**
 * The auditor's commands: what they are asked, whom they ask, and what they end with. No judgement
 * is made here.
 */
@NullMarked
package org.softpause.auditor.cli;

import org.jspecify.annotations.NullMarked;
