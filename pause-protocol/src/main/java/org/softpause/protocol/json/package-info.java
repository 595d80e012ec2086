/**
 * Strict reading and canonical writing of JSON (RFC 8785, for the subset that signed documents
 * use). Codecs read members by name and type from an {@link
 * org.softpause.protocol.json.ObjectReader} and write them with its counterpart.
 */
@NullMarked
package org.softpause.protocol.json;

import org.jspecify.annotations.NullMarked;
