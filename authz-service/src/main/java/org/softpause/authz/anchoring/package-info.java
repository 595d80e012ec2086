/**
 * Between certificates and the chain: sends what is recorded first, reads what the registry says,
 * mirrors its log. The only package that knows web3j; it knows signing and decisions, and tells
 * decisions how far they have come.
 */
@NullMarked
package org.softpause.authz.anchoring;

import org.jspecify.annotations.NullMarked;
