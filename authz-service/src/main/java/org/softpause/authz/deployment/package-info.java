/**
 * {@code deploy-registry}: the command that deploys a registry for committees whose ceremonies are
 * complete, verifies what is on the chain and writes the deployment file. The running service does
 * not use it.
 */
@NullMarked
package org.softpause.authz.deployment;

import org.jspecify.annotations.NullMarked;
