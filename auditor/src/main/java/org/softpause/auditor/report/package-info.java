/**
 * The reports of an audit: text, JSON and one self-contained HTML page. Every form states the same
 * verdict sentence.
 */
@NullMarked
package org.softpause.auditor.report;

import org.jspecify.annotations.NullMarked;
