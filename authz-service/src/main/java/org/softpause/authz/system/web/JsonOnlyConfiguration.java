package org.softpause.authz.system.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Takes away the YAML converter that a documentation library brings: it writes none of our views,
 * and a request that accepts YAML alone is answered 406.
 */
@Configuration(proxyBeanMethods = false)
public class JsonOnlyConfiguration implements WebMvcConfigurer {
  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters.configureMessageConvertersList(
        list ->
            list.removeIf(
                one -> one.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML)));
  }
}
