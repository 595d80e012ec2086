package org.softpause.authz.system.web;

import org.softpause.authz.system.CallerLimits;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The limits on connections and bodies of one port. The public port and the management port have
 * one each, so that a crowd at one of them takes nothing from the other.
 */
@Configuration(proxyBeanMethods = false)
public class WebLimitsConfiguration {
  @Bean
  ConnectionPhases connectionPhases(CallerLimits limits) {
    return new ConnectionPhases(limits, System::nanoTime);
  }

  @Bean
  TomcatLimitsCustomizer tomcatLimits(CallerLimits limits, ConnectionPhases phases) {
    return new TomcatLimitsCustomizer(limits, phases);
  }

  @Bean
  BodyBudget bodyBudget(CallerLimits limits) {
    return new BodyBudget(limits);
  }

  @Bean
  FilterRegistrationBean<RequestBodyLimitFilter> requestBodyLimits(
      CallerLimits limits,
      BodyBudget budget,
      ConnectionPhases phases,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var reader = new BodyReader(limits, budget, System::nanoTime);
    var registration =
        new FilterRegistrationBean<>(
            new RequestBodyLimitFilter(new BodyRoutes(mapping), reader, phases, problems));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }
}
