/**
 * What is proposed and voted on, and how far it has come. Knows the committees; whoever signs,
 * anchors or attests listens to its events and tells it of its progress.
 */
@NullMarked
package org.softpause.authz.decision;

import org.jspecify.annotations.NullMarked;
