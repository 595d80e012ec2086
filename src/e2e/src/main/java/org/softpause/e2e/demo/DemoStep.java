package org.softpause.e2e.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;

/** One step of the story; what it answers is what later steps build on. */
interface DemoStep<T> {

  T play() throws IOException, GeneralSecurityException;
}
