package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.integration.ip.tcp.connection.TcpConnectionFailedEvent;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class ClientModeTest extends TransportFixture {

    private static final long OFTEN_MILLIS = 20;
    private static final long NEVER_MILLIS = 3_600_000;

    private final RecordingHandler handler = new RecordingHandler();
    private final RecordingHandler serverSide = new RecordingHandler();
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    @BeforeEach
    void startScheduler() {
        scheduler.initialize();
        closing(scheduler::shutdown);
    }

    private NettyReceivingChannelAdapter clientMode(int port, long retryMillis) {
        var factory = clientFactory(port, loops(1).loop(0), TransportOptions.forLinks());
        var adapter = new NettyReceivingChannelAdapter(handler);
        adapter.setConnectionFactory(factory);
        adapter.setClientMode(true);
        adapter.setRetryInterval(retryMillis);
        adapter.setTaskScheduler(scheduler);
        adapter.start();
        closing(adapter::stop);
        return adapter;
    }

    @Test
    void itConnectsByItselfAndAgainWhenTheServerIsBack() {
        var server = server(serverSide);
        int port = server.getPort();
        var adapter = clientMode(port, OFTEN_MILLIS);
        next(handler.opened);
        await().until(adapter::isClientModeConnected);

        server.stop();
        next(handler.closed);
        await().until(() -> !eventsOf(TcpConnectionFailedEvent.class).isEmpty());
        assertThat(adapter.isClientModeConnected()).isFalse();

        var back = serverFactory(port, loops(1), TransportOptions.forLinks());
        start(back, serverSide);
        NettyConnection again = next(handler.opened);
        assertThat(again.isOpen()).isTrue();
        await().until(adapter::isClientModeConnected);
    }

    @Test
    void aRetryOnDemandDoesNotWaitForTheInterval() throws Exception {
        var server = server(serverSide);
        var adapter = clientMode(server.getPort(), NEVER_MILLIS);
        NettyConnection first = next(handler.opened);
        first.close();
        next(handler.closed);
        adapter.retryConnection();
        assertThat(next(handler.opened)).isNotSameAs(first);
        assertThat(adapter.isClientModeConnected()).isTrue();
    }

    @Test
    void stoppingEndsConnectionAndRetries() throws Exception {
        var server = server(serverSide);
        var adapter = clientMode(server.getPort(), NEVER_MILLIS);
        next(handler.opened);
        adapter.stop();
        next(handler.closed);
        assertThat(adapter.isClientModeConnected()).isFalse();
        adapter.retryConnection();
        assertThat(handler.opened).isEmpty();
    }
}
