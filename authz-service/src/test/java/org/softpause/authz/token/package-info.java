/** Tokens as an agent fetches and verifies them, and the key that signs them. */
@NullMarked
package org.softpause.authz.token;

import org.jspecify.annotations.NullMarked;
