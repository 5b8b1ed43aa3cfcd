package dev.mallard.management;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

import reactor.netty.resources.LoopResources;

/**
 * Gives the HTTP server one event loop. It belongs to no game traffic, so that a scrape delays no player;
 * what an endpoint has to wait for runs on virtual threads.
 */
@Configuration(proxyBeanMethods = false)
public class ManagementServerConfiguration {

    private static final int EVENT_LOOPS = 1;

    @Bean
    ReactorResourceFactory managementEventLoop() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setLoopResourcesSupplier(() -> LoopResources.create("http", EVENT_LOOPS, true));
        return resources;
    }

    /** Only while a cache for the start is made: {@code mallard.training-run=true}. */
    @Bean
    @ConditionalOnBooleanProperty("mallard.training-run")
    TrainingRun trainingRun() {
        return new TrainingRun();
    }
}
