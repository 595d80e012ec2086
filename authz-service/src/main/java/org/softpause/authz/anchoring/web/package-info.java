/** The log, its head and the place of each decision in it, over HTTP. */
@NullMarked
package org.softpause.authz.anchoring.web;

import org.jspecify.annotations.NullMarked;
