/**
 * A local policy: what a signer may approve or sign without an officer. It can only narrow what the
 * protocol and the officer allow, and never widens it.
 */
@NullMarked
package org.softpause.signer.policy;

import org.jspecify.annotations.NullMarked;
