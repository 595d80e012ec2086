/**
 * Interoperation with {@code @noble/curves}, which signs as one of the t and takes part in key
 * generation. These tests use the module's public types only, as any user would.
 */
@NullMarked
package org.softpause.frost.interop;

import org.jspecify.annotations.NullMarked;
