/**
 * The harness of the end-to-end tests and the demo: servers, signatories and sites as objects. Each
 * one runs real processes through the same commands and addresses that a person would use.
 */
@NullMarked
package org.softpause.e2e.harness;

import org.jspecify.annotations.NullMarked;
