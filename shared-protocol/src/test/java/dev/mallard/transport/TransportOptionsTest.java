package dev.mallard.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.stream.Stream;

class TransportOptionsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(0, SECOND, 1, 2, 4096, "backlog"),
                Arguments.of(1, Duration.ZERO, 1, 2, 4096, "connectTimeout"),
                Arguments.of(1, Duration.ofSeconds(-1), 1, 2, 4096, "connectTimeout"),
                Arguments.of(1, Duration.ofHours(2), 1, 2, 4096, "connectTimeout"),
                Arguments.of(1, SECOND, -1, 2, 4096, "writeBufferLow"),
                Arguments.of(1, SECOND, 3, 2, 4096, "writeBufferLow"),
                Arguments.of(1, SECOND, 0, 0, 4096, "writeBufferHigh"),
                Arguments.of(1, SECOND, 1, 2, 2047, "receiveBufferMax"),
                Arguments.of(1, SECOND, 1, 2, (16 << 20) + 1, "receiveBufferMax"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aValueOutOfItsRangeIsNamed(
            int backlog, Duration timeout, int low, int high, int receive, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new TransportOptions(
                                        backlog, timeout, low, high, receive, true, true))
                .withMessageStartingWith(name);
    }

    @Test
    void theDefaultsTakeConnectionStormsAndPushSmallSegments() {
        for (var options :
                new TransportOptions[] {
                    TransportOptions.forClients(), TransportOptions.forLinks()
                }) {
            assertThat(options.backlog()).isEqualTo(4096);
            assertThat(options.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
            assertThat(options.tcpNoDelay()).isTrue();
            assertThat(options.keepAlive()).isTrue();
        }
        assertThat(TransportOptions.forClients().writeBufferHigh()).isEqualTo(64 << 10);
        assertThat(TransportOptions.forLinks().writeBufferHigh()).isEqualTo(4 << 20);
        assertThat(TransportOptions.forLinks().writeBufferLow()).isEqualTo(1 << 20);
        assertThat(TransportOptions.forLinks().receiveBufferMax()).isEqualTo(256 << 10);
    }

    @Test
    void aChangedCopyKeepsTheRest() {
        TransportOptions changed =
                TransportOptions.forLinks()
                        .withBacklog(7)
                        .withConnectTimeout(SECOND)
                        .withWriteBuffer(1, 2);
        assertThat(changed).isEqualTo(new TransportOptions(7, SECOND, 1, 2, 256 << 10, true, true));
    }
}
