/** What hostile and careless callers send, and what they get for it. */
@NullMarked
package org.softpause.authz.system.web;

import org.jspecify.annotations.NullMarked;
