/**
 * A local policy: what may be approved or signed with nobody looking. It can only narrow what the
 * protocol and the officer allow, never widen it.
 */
@NullMarked
package org.softpause.signer.policy;

import org.jspecify.annotations.NullMarked;
