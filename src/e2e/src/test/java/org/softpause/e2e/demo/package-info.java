/**
 * The main job as a test: the demo from start to end, and the service killed in the middle of it.
 */
@NullMarked
package org.softpause.e2e.demo;

import org.jspecify.annotations.NullMarked;
