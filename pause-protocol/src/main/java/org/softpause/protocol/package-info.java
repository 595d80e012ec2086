/**
 * The values that every document of the protocol is made of, and the one vocabulary of rules that
 * can be broken. Everything here is immutable, validated when made, and knows nothing of JSON, keys
 * or committees.
 */
@NullMarked
package org.softpause.protocol;

import org.jspecify.annotations.NullMarked;
