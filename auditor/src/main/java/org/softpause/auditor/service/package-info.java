/**
 * What the authorization service shows of the log, to be held against the chain. Nothing that it
 * says is believed; all that it can do is agree.
 */
@NullMarked
package org.softpause.auditor.service;

import org.jspecify.annotations.NullMarked;
