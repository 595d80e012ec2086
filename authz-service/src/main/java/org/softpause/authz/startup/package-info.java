/**
 * What is looked at before the service starts, so that whatever keeps it from starting is told in
 * one sentence. The main method alone uses it.
 */
@NullMarked
package org.softpause.authz.startup;

import org.jspecify.annotations.NullMarked;
