/**
 * What a verified log means for people: who was held to what, where and when, and who came to
 * power. It draws conclusions from decisions alone and asks nobody.
 */
@NullMarked
package org.softpause.auditor.history;

import org.jspecify.annotations.NullMarked;
