/**
 * Registering with the service what only this jurisdiction can sign: itself, and the sites in it.
 */
@NullMarked
package org.softpause.signer.registration;

import org.jspecify.annotations.NullMarked;
