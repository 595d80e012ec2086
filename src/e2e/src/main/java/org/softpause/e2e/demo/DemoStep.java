package org.softpause.e2e.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;

/** A step of the demo; later steps use its result. */
interface DemoStep<T> {

  T play() throws IOException, GeneralSecurityException;
}
