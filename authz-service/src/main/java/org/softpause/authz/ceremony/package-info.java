/**
 * The bulletin board of key ceremonies: it keeps members' messages in order of arrival and refuses
 * those that the ceremony's protocol refuses. It knows who is enrolled, holds no secret and can
 * forge nothing.
 */
@NullMarked
package org.softpause.authz.ceremony;

import org.jspecify.annotations.NullMarked;
