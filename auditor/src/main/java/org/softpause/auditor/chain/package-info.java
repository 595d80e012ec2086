/**
 * Reading of events from one node in pieces that the node accepts, and the checkpoint file that
 * saves reading them again. The events are verified elsewhere.
 */
@NullMarked
package org.softpause.auditor.chain;

import org.jspecify.annotations.NullMarked;
