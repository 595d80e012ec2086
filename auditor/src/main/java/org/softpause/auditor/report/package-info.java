/**
 * An audit told to people and to machines: as text, as JSON, as one page with nothing fetched from
 * elsewhere. Every form ends with the same sentence.
 */
@NullMarked
package org.softpause.auditor.report;

import org.jspecify.annotations.NullMarked;
