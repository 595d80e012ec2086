/** The mirror of the log against chains that lie or lag. */
@NullMarked
package org.softpause.authz.mirror;

import org.jspecify.annotations.NullMarked;
