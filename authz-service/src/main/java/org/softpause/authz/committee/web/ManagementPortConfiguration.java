package org.softpause.authz.committee.web;

import org.softpause.authz.committee.EnrolmentCodeService;
import org.softpause.authz.system.web.JsonOnlyConfiguration;
import org.softpause.authz.system.web.ProblemDetailAdvice;
import org.softpause.authz.system.web.WebLimitsConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Configures what the management port serves beside health. It applies only if that port is not the
 * public one.
 */
@Import({JsonOnlyConfiguration.class, WebLimitsConfiguration.class})
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementPortConfiguration {
  @Bean
  EnrolmentCodeApi enrolmentCodeApi(EnrolmentCodeService codes) {
    return new EnrolmentCodeApi(codes);
  }

  @Bean
  ProblemDetailAdvice adminProblemDetails() {
    return new ProblemDetailAdvice();
  }

  @Bean
  WebMvcConfigurer strictAdminJson(JsonMapper mapper) {
    return new WebMvcConfigurer() {
      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(mapper));
      }
    };
  }
}
