/**
 * The real PostgreSQL 18 that every test of the schema runs on, and the proof that the schema
 * refuses what it should. Other modules take the fixture from this module's test jar.
 */
@NullMarked
package org.softpause.db;

import org.jspecify.annotations.NullMarked;
