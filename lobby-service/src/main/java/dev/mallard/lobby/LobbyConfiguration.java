package dev.mallard.lobby;

import dev.mallard.management.ManagementServerConfiguration;
import dev.mallard.protocol.link.server.LinkServerConfiguration;
import dev.mallard.protocol.link.server.ServiceRole;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import java.time.Clock;

/** What the gateways see of this service, and its clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import({LinkServerConfiguration.class, ManagementServerConfiguration.class})
class LobbyConfiguration {

    @Bean
    ServiceRole serviceRole() {
        return new ServiceRole("lobby");
    }

    /** For the sweeps, which wait for the database: on no thread that others need. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(2);
        scheduler.setDaemon(true);
        scheduler.setThreadNamePrefix("sweep-");
        return scheduler;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
