/**
 * Site records: what a jurisdiction signs about a data centre (protocol "Sites and their ceiling").
 * The scope of a decision is tested on them.
 */
@NullMarked
package org.softpause.protocol.site;

import org.jspecify.annotations.NullMarked;
