/** The latest token and the key that it verifies with, over HTTP. */
@NullMarked
package org.softpause.authz.token.web;

import org.jspecify.annotations.NullMarked;
