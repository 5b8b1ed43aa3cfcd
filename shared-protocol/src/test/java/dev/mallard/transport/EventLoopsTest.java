package dev.mallard.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class EventLoopsTest extends TransportFixture {

    @Test
    void aLoopHasAFixedIndex() {
        EventLoops loops = loops(3);
        assertThat(loops.size()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(loops.indexOf(loops.loop(i))).isEqualTo(i);
        }
    }

    @Test
    void aLoopOfOthersIsRefused() {
        EventLoops loops = loops(1);
        EventLoops others = loops(1);
        assertThatIllegalArgumentException().isThrownBy(() -> loops.indexOf(others.loop(0)));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> loops.loop(1));
    }

    @Test
    void thereIsAtLeastOneLoop() {
        assertThat(EventLoops.defaultLoops()).isPositive();
        assertThatIllegalArgumentException().isThrownBy(() -> new EventLoops(0, "none"));
    }

    @Test
    void closingEndsTheThreads() throws Exception {
        EventLoops loops = new EventLoops(2, "ending");
        Thread thread = loops.loop(0).submit(Thread::currentThread).get(10, TimeUnit.SECONDS);
        assertThat(thread.getName()).startsWith("ending");
        loops.close();
        assertThat(loops.group().isTerminated()).isTrue();
        loops.close();
    }

    @Test
    void closingFromALoopDoesNotWaitForItself() throws Exception {
        EventLoops loops = new EventLoops(1, "ending");
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        loops.loop(0)
                .execute(
                        () -> {
                            loops.close();
                            closed.complete(loops.group().isTerminated());
                        });
        assertThat(closed.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(loops.group().awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothKindsOfLoopsCarryFramesBothWays(boolean epoll) throws Exception {
        EventLoops loops = closing(new EventLoops(1, "either", epoll));
        var server = serverFactory(loops, TransportOptions.forClients());
        start(server, NettyConnection::write);
        RecordingHandler handler = new RecordingHandler();
        var client = clientFactory(server.getPort(), loops.loop(0), TransportOptions.forLinks());
        var adapter = new NettyReceivingChannelAdapter(handler);
        adapter.setConnectionFactory(client);
        adapter.start();

        client.getConnection().write("there and back");

        assertThat(RecordingHandler.next(handler.frames)).isEqualTo("there and back");
        adapter.stop();
        RecordingHandler.next(handler.closed);
    }
}
