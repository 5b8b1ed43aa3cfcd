package dev.mallard.gateway;

import dev.mallard.management.ManagementServerConfiguration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.time.Clock;

/** What all packages of the gateway use. */
@Configuration(proxyBeanMethods = false)
@Import(ManagementServerConfiguration.class)
class GatewayConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
