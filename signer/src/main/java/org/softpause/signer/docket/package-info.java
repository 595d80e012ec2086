/**
 * Decisions on the service's table, checked before anybody reads them: the proposal by its member's
 * signature, the id by its fields, the reasons by their hash, every ballot by its voter's key.
 */
@NullMarked
package org.softpause.signer.docket;

import org.jspecify.annotations.NullMarked;
