package org.softpause.authz.startup;

import java.util.function.IntConsumer;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Ends a program whose service cannot start, before anything else is done or logged. */
public final class StartupCheckListener
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
  /** The exit code of a program that was given what it cannot use. */
  public static final int UNUSABLE = 2;

  private final IntConsumer exit;

  /**
   * A listener for the main method.
   *
   * @param exit ends the program with a code
   */
  public StartupCheckListener(IntConsumer exit) {
    this.exit = exit;
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    try {
      new StartupChecks(event.getEnvironment()).run();
    } catch (StartupRefused refused) {
      System.err.println(refused.getMessage());
      exit.accept(UNUSABLE);
    }
  }
}
