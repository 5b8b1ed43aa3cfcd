package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.ip.tcp.connection.TcpConnectionEvent;
import org.springframework.integration.ip.tcp.connection.TcpConnectionOpenEvent;
import org.springframework.integration.ip.tcp.connection.TcpConnectionServerListeningEvent;

import java.net.ServerSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The factories and the adapter as beans: the context starts them, stops them and hears events. */
class AdapterIntegrationTest {

    private static AnnotationConfigApplicationContext context(
            int port, Class<?>... configurations) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", java.util.Map.of("port", port)));
        context.register(configurations);
        context.refresh();
        return context;
    }

    @Test
    void theContextStartsListensConnectsAndStops() {
        try (var server = context(0, ServerBeans.class)) {
            var serverEvents = server.getBean(Events.class).seen;
            var listening = next(serverEvents);
            assertThat(listening).isInstanceOf(TcpConnectionServerListeningEvent.class);
            int port = server.getBean(NettyServerConnectionFactory.class).getPort();
            assertThat(((TcpConnectionServerListeningEvent) listening).getPort()).isEqualTo(port);

            try (var client = context(port, ClientBeans.class)) {
                RecordingHandler handler = client.getBean(RecordingHandler.class);
                NettyConnection connection = next(handler.opened);
                assertThat(connection.getConnectionFactoryName()).isEqualTo("clientFactory");
                connection.write("through two contexts");
                assertThat(next(handler.frames)).isEqualTo("through two contexts");
                assertThat(next(serverEvents)).isInstanceOf(TcpConnectionOpenEvent.class);
                client.stop();
                next(handler.closed);
                assertThat(connection.isOpen()).isFalse();
            }
        }
    }

    @Test
    void aPortInUseStopsTheContext() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            assertThatExceptionOfType(ApplicationContextException.class)
                    .isThrownBy(() -> context(port, ServerBeans.class))
                    .withCauseInstanceOf(ServerBindException.class)
                    .havingCause()
                    .withMessageContaining("port " + port);
        }
    }

    static final class Events {

        final BlockingQueue<Object> seen = new LinkedBlockingQueue<>();

        @EventListener
        void on(TcpConnectionServerListeningEvent event) {
            seen.add(event);
        }

        @EventListener
        void on(TcpConnectionEvent event) {
            seen.add(event);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableIntegration
    static class ServerBeans {

        @Bean
        EventLoops loops() {
            return new EventLoops(1, "server-io");
        }

        @Bean
        Events events() {
            return new Events();
        }

        @Bean
        NettyServerConnectionFactory serverFactory(Environment environment, EventLoops loops) {
            return new NettyServerConnectionFactory(
                    environment.getRequiredProperty("port", Integer.class),
                    loops,
                    new TextCodec(),
                    TransportOptions.forClients());
        }

        @Bean
        NettyReceivingChannelAdapter serverAdapter(NettyServerConnectionFactory factory) {
            var adapter = new NettyReceivingChannelAdapter(NettyConnection::write);
            adapter.setConnectionFactory(factory);
            return adapter;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableIntegration
    static class ClientBeans {

        @Bean
        EventLoops loops() {
            return new EventLoops(1, "client-io");
        }

        @Bean
        RecordingHandler handler() {
            return new RecordingHandler();
        }

        @Bean
        NettyClientConnectionFactory clientFactory(Environment environment, EventLoops loops) {
            return new NettyClientConnectionFactory(
                    "127.0.0.1",
                    environment.getRequiredProperty("port", Integer.class),
                    loops.loop(0),
                    new TextCodec(),
                    TransportOptions.forLinks());
        }

        @Bean
        NettyReceivingChannelAdapter clientAdapter(
                NettyClientConnectionFactory factory, RecordingHandler handler) {
            var adapter = new NettyReceivingChannelAdapter(handler);
            adapter.setConnectionFactory(factory);
            adapter.setClientMode(true);
            adapter.setRetryInterval(50);
            return adapter;
        }
    }
}
