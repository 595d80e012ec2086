/** What a program that cannot start tells its operator. */
@NullMarked
package org.softpause.authz.startup;

import org.jspecify.annotations.NullMarked;
