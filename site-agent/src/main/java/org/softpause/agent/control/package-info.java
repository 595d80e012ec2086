/**
 * The agent at work: every second it reckons what may be used, moves there no faster than the site
 * can bear, and tells the operator. The network is asked on the side, so that a silent peer never
 * delays a step.
 */
@NullMarked
package org.softpause.agent.control;

import org.jspecify.annotations.NullMarked;
