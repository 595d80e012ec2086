/** Sites and their ceilings over HTTP. */
@NullMarked
package org.softpause.authz.site.web;

import org.jspecify.annotations.NullMarked;
