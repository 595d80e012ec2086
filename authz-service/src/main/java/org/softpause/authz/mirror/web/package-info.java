/** The log, its head and the place of each decision in it, over HTTP. */
@NullMarked
package org.softpause.authz.mirror.web;

import org.jspecify.annotations.NullMarked;
