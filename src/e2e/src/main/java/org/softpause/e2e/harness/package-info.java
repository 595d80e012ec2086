/**
 * The parties of the end-to-end story as objects with verbs: servers, jurisdictions, sites. Each
 * one drives a real process through the same commands and addresses that a person would use.
 */
@NullMarked
package org.softpause.e2e.harness;

import org.jspecify.annotations.NullMarked;
