/** Sites as a jurisdiction records them and as anyone asks for their ceilings. */
@NullMarked
package org.softpause.authz.site;

import org.jspecify.annotations.NullMarked;
