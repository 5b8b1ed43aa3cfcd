package dev.mallard.lobby.work;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.link.server.RequestExecutor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The executor that serves all requests, keyed by user. */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {

    // Closed by its lifecycle, while the database is still there.
    @Bean(destroyMethod = "")
    SerialExecutor serialExecutor(WorkProperties properties, MeterRegistry meters) {
        SerialExecutor executor =
                new SerialExecutor(
                        properties.maxPerUser(), properties.maxTotal(), properties.closingTime());
        Gauge.builder("mallard.lobby.work.queue", executor, SerialExecutor::size)
                .description("Tasks that wait or are being served")
                .register(meters);
        return executor;
    }

    @Bean
    WorkLifecycle workLifecycle(SerialExecutor executor) {
        return new WorkLifecycle(executor);
    }

    @Bean
    RequestExecutor requestExecutor(SerialExecutor executor, MeterRegistry meters) {
        Counter refused =
                Counter.builder("mallard.lobby.work.refused")
                        .description("Requests that found their queue full")
                        .register(meters);
        return (request, task) -> {
            if (executor.tryExecute(request.sender().userId(), task)) {
                return;
            }
            refused.increment();
            if (request.type().alwaysAnswered()) {
                request.reject(ErrorCode.SERVER_BUSY);
            }
        };
    }
}
