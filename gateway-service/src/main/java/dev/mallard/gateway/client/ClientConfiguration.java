package dev.mallard.gateway.client;

import dev.mallard.transport.ChannelCustomizer;
import dev.mallard.transport.EventLoops;

import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.util.List;

/** The beans that serve the clients' connections. */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

    @Bean(destroyMethod = "close")
    EventLoops gatewayEventLoops(ClientProperties properties) {
        int loops =
                properties.eventLoops() > 0 ? properties.eventLoops() : EventLoops.defaultLoops();
        return new EventLoops(loops, "gateway");
    }

    @Bean
    SessionRegistry sessionRegistry(EventLoops gatewayEventLoops) {
        return new SessionRegistry(gatewayEventLoops.size());
    }

    @Bean
    SessionCounters sessionCounters() {
        return new SessionCounters();
    }

    @Bean
    ConnectionRefusals connectionRefusals() {
        return new ConnectionRefusals();
    }

    @Bean
    ConnectionLimits connectionLimits(ClientProperties properties, ConnectionRefusals refusals) {
        ConnectionProperties limits = properties.connections();
        return new ConnectionLimits(
                limits,
                properties.proxyProtocol().enabled(),
                new HeapPressure(limits.heapLimit()),
                refusals);
    }

    @Bean
    PacketTraffic packetTraffic(EventLoops gatewayEventLoops) {
        return new PacketTraffic(gatewayEventLoops.size());
    }

    @Bean
    LocalHandlers localHandlers(List<LocalHandler> handlers, ClientProperties properties) {
        return new LocalHandlers(handlers, properties.handlerTimeout());
    }

    @Bean
    SessionCloser sessionCloser(
            SessionRegistry registry,
            List<SessionObserver> observers,
            SessionCounters counters,
            ClientProperties properties) {
        return new SessionCloser(registry, observers, counters, properties.farewellTimeout());
    }

    @Bean
    ClientDrain clientDrain(
            EventLoops gatewayEventLoops, SessionRegistry registry, ClientProperties properties) {
        return new ClientDrain(
                gatewayEventLoops, registry, properties.drainGrace(), properties.farewellTimeout());
    }

    @Bean
    SessionInspector sessionInspector(SessionRegistry registry) {
        return new SessionInspector(registry);
    }

    @Bean
    ChannelCustomizer clientChannels(
            ClientProperties properties,
            SslBundles bundles,
            ConnectionLimits limits,
            ConnectionRefusals refusals) {
        return ClientChannels.customizer(properties, bundles, limits, refusals);
    }

    @Bean
    ClientListener clientListener(
            EventLoops gatewayEventLoops,
            SessionRegistry registry,
            ClientProperties properties,
            SessionCloser closer,
            SessionCounters counters,
            PacketTraffic traffic,
            PacketReceiver receiver,
            ConnectionLimits limits,
            ChannelCustomizer clientChannels,
            ClientDrain drain,
            Clock clock,
            ApplicationEventPublisher events) {
        SessionContext context = new SessionContext(properties, closer, counters, traffic, clock);
        ClientConnections connections =
                new ClientConnections(gatewayEventLoops, registry, context, receiver);
        return new ClientListener(
                gatewayEventLoops,
                registry,
                properties,
                connections,
                limits,
                clientChannels,
                drain,
                events);
    }
}
