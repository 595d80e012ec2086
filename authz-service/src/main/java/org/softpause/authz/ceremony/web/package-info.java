/** Ceremonies over HTTP. */
@NullMarked
package org.softpause.authz.ceremony.web;

import org.jspecify.annotations.NullMarked;
