package org.softpause.authz.committee;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code softpause.enrolment.*}
 *
 * @param codeLifetime how long a code can be used after it was issued
 */
@ConfigurationProperties("softpause.enrolment")
record EnrolmentSettings(Duration codeLifetime) {}
