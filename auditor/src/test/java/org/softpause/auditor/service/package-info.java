/** Tests of a service that sends without end. */
@NullMarked
package org.softpause.auditor.service;

import org.jspecify.annotations.NullMarked;
