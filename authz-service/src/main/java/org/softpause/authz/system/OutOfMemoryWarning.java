package org.softpause.authz.system;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Warns where a lack of memory would leave the service running and useless. */
@Component
class OutOfMemoryWarning {
  private static final Logger log = LoggerFactory.getLogger(OutOfMemoryWarning.class);
  private static final String OPTION = "ExitOnOutOfMemoryError";

  @EventListener
  void on(ApplicationReadyEvent ready) {
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (machine != null && !Boolean.parseBoolean(machine.getVMOption(OPTION).getValue())) {
      log.warn("this service was started without -XX:+{}: out of memory, it would live on", OPTION);
    }
  }
}
