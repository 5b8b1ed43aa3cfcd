package dev.mallard.gateway.presence;

import dev.mallard.gateway.client.SessionRegistry;
import dev.mallard.gateway.placement.SeatResumption;
import dev.mallard.gateway.upstream.RendezvousSelector;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.gateway.upstream.UpstreamProperties;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that keep the services informed about sessions. */
@Configuration(proxyBeanMethods = false)
class PresenceConfiguration {

    @Bean
    PresenceNotices presenceNotices(UpstreamGroups groups) {
        return new PresenceNotices(groups);
    }

    @Bean
    LoginFlow loginFlow(
            SessionRegistry registry,
            UpstreamGroups groups,
            RendezvousSelector selector,
            PresenceNotices notices,
            SeatResumption seats,
            UpstreamProperties properties) {
        return new LoginFlow(
                registry, groups, selector, notices, seats, properties.sessionTimeout());
    }

    @Bean
    SessionAcceptedHandler sessionAcceptedHandler(LoginFlow logins) {
        return new SessionAcceptedHandler(logins);
    }

    @Bean
    SessionSupersededHandler sessionSupersededHandler() {
        return new SessionSupersededHandler();
    }
}
