/**
 * The bulletin board of key ceremonies: it keeps what members say in order of arrival and refuses
 * what their protocol refuses. Knows who is enrolled; holds no secret and can forge nothing.
 */
@NullMarked
package org.softpause.authz.ceremony;

import org.jspecify.annotations.NullMarked;
