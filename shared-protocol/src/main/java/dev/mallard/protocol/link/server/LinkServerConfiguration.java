package dev.mallard.protocol.link.server;

import dev.mallard.tracing.TracingConfiguration;
import dev.mallard.transport.EventLoops;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.time.Clock;
import java.util.List;

/**
 * The link server of a service. A service imports it and contributes its {@link PacketHandler}s, and one
 * each of {@link ServiceRole}, {@link RequestExecutor}, {@link SessionListener}, {@link ControlListener},
 * {@link LoadSource} and {@link Clock}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkServerProperties.class)
@Import(TracingConfiguration.class)
public class LinkServerConfiguration {

    @Bean(destroyMethod = "close")
    EventLoops linkEventLoops(LinkServerProperties properties) {
        int loops =
                properties.eventLoops() > 0 ? properties.eventLoops() : EventLoops.defaultLoops();
        return new EventLoops(loops, "link");
    }

    @Bean
    SessionDirectory sessionDirectory() {
        return new SessionDirectory();
    }

    @Bean
    Outbound outbound(SessionDirectory sessions) {
        return new Outbound(sessions);
    }

    @Bean
    GatewayLinks gatewayLinks(MeterRegistry meters) {
        return new GatewayLinks(meters);
    }

    @Bean
    ServiceLoad serviceLoad(LoadSource source, SessionDirectory sessions, GatewayLinks links) {
        return new ServiceLoad(source, sessions, links);
    }

    @Bean
    PacketDispatcher packetDispatcher(
            List<PacketHandler> handlers,
            SessionDirectory sessions,
            Outbound outbound,
            RequestExecutor executor,
            Clock clock,
            ObjectProvider<Tracer> tracer,
            MeterRegistry meters) {
        return new PacketDispatcher(
                handlers,
                sessions,
                outbound,
                executor,
                clock,
                new HandlerTracing(tracer.getIfAvailable()),
                meters);
    }

    @Bean
    LinkServer linkServer(
            LinkServerProperties properties,
            EventLoops linkEventLoops,
            ServiceRole role,
            GatewayLinks links,
            SessionDirectory directory,
            SessionListener sessionListener,
            PacketDispatcher dispatcher,
            ControlListener controlListener,
            ServiceLoad load,
            SslBundles bundles,
            ApplicationEventPublisher events) {
        GatewaySessions sessions =
                new GatewaySessions(directory, sessionListener, properties.lostGatewayGrace());
        LinkConnectionHandler handler =
                new LinkConnectionHandler(
                        properties,
                        role,
                        links,
                        sessions,
                        sessionListener,
                        dispatcher,
                        controlListener,
                        load);
        return new LinkServer(
                properties,
                linkEventLoops,
                handler,
                links,
                LinkChannels.customizer(properties.tls(), bundles, links),
                events);
    }
}
