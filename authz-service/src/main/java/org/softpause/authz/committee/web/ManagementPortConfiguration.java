package org.softpause.authz.committee.web;

import org.softpause.authz.committee.EnrolmentCodeService;
import org.softpause.authz.system.web.ProblemDetailAdvice;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.context.annotation.Bean;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** What the management port serves beside health: only there, only if it is a port of its own. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementPortConfiguration {
  @Bean
  EnrolmentCodeApi enrolmentCodeApi(EnrolmentCodeService desk) {
    return new EnrolmentCodeApi(desk);
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
