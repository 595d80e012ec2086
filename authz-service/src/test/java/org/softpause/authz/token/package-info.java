/** Tokens as an agent gets and verifies them. */
@NullMarked
package org.softpause.authz.token;

import org.jspecify.annotations.NullMarked;
