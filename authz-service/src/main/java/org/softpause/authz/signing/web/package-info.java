/** Signing packages, shares and certificates over HTTP. */
@NullMarked
package org.softpause.authz.signing.web;

import org.jspecify.annotations.NullMarked;
