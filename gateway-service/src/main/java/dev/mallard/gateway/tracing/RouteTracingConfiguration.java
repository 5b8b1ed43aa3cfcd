package dev.mallard.gateway.tracing;

import dev.mallard.tracing.TracingConfiguration;

import io.opentelemetry.api.trace.Tracer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The traces of requests, if they are on. */
@Configuration(proxyBeanMethods = false)
@Import(TracingConfiguration.class)
class RouteTracingConfiguration {

    @Bean
    RouteTracing routeTracing(ObjectProvider<Tracer> tracer, RouteTracingProperties properties) {
        return new RouteTracing(tracer.getIfAvailable(), properties.share());
    }
}
