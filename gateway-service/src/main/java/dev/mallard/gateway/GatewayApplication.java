package dev.mallard.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

import java.security.Security;

/** The gateway: the one service that clients talk to. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

    public static void main(String[] args) {
        // Names that stand for several instances are looked up again and again, and not for old
        // answers.
        Security.setProperty("networkaddress.cache.ttl", "1");
        SpringApplication.run(GatewayApplication.class, args);
    }
}
