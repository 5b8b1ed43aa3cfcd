package dev.mallard.gateway.upstream;

import dev.mallard.gateway.client.ClientProperties;
import dev.mallard.gateway.client.SessionRegistry;
import dev.mallard.gateway.tracing.RouteTracing;
import dev.mallard.protocol.client.ClientFrameEncoder;
import dev.mallard.transport.EventLoops;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import java.net.InetAddress;
import java.util.List;
import java.util.random.RandomGenerator;

/** The beans that keep the links to the services. */
@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {

    @Bean
    UpstreamGroups upstreamGroups(
            UpstreamProperties properties, EventLoops gatewayEventLoops, SessionRegistry registry) {
        return new UpstreamGroups(properties.groups(), gatewayEventLoops, registry);
    }

    @Bean
    LinkSecretPolicy linkSecretPolicy(LinkProperties properties, Environment environment) {
        return new LinkSecretPolicy(properties, environment);
    }

    @Bean
    RendezvousSelector rendezvousSelector() {
        return new RendezvousSelector();
    }

    @Bean
    GameSelector gameSelector() {
        return new GameSelector();
    }

    @Bean
    UpstreamForwarder upstreamForwarder(
            RendezvousSelector selector,
            UpstreamProperties properties,
            UpstreamGroups groups,
            RouteTracing tracing,
            MeterRegistry meters) {
        return new UpstreamForwarder(
                selector,
                new RoutingLatency(groups.all(), meters),
                tracing,
                properties.pendingLimit().toBytes());
    }

    @Bean
    UpstreamLinks upstreamLinks(
            UpstreamGroups groups,
            UpstreamProperties properties,
            LinkProperties linkProperties,
            ClientProperties clientProperties,
            List<ControlHandler> controlHandlers,
            List<LinkListener> listeners,
            SslBundles bundles,
            MeterRegistry meters) {
        ControlDispatcher control = new ControlDispatcher(controlHandlers);
        LinkMeters linkMeters = new LinkMeters(groups.all(), meters);
        LinkHandshake handshake =
                new LinkHandshake(properties.gatewayId(), linkProperties.secret());
        LinkConnections connections =
                new LinkConnections(linkProperties.tls(), bundles, properties.connectTimeout());
        ClientFrameEncoder encoder = new ClientFrameEncoder(clientProperties.protocolVersion());
        return new UpstreamLinks(
                groups,
                link ->
                        new LinkConnector(
                                link,
                                properties,
                                connections.factory(link),
                                handshake,
                                new LinkFrames(
                                        link, new DeliveryFanOut(encoder), control, linkMeters),
                                listeners,
                                linkMeters,
                                new Backoff(
                                        properties.backoff(),
                                        RandomGenerator.getDefault(),
                                        System.nanoTime())));
    }

    @Bean
    AddressResolver addressResolver() {
        return host -> List.of(InetAddress.getAllByName(host));
    }

    @Bean
    InstanceDiscovery instanceDiscovery(
            UpstreamGroups groups,
            UpstreamLinks links,
            AddressResolver resolver,
            UpstreamProperties properties) {
        return new InstanceDiscovery(groups, links, resolver, properties.discoveryInterval());
    }
}
