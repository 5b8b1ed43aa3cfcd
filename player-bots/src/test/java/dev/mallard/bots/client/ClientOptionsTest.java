package dev.mallard.bots.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mallard.protocol.client.ProtocolVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class ClientOptionsTest {

    @Test
    void oneTimeoutForEverything() {
        ClientOptions options = ClientOptions.withTimeout(Duration.ofSeconds(3));
        assertThat(options.connectTimeout()).isEqualTo(options.responseTimeout()).hasSeconds(3);
        assertThat(options.version()).isEqualTo(ProtocolVersion.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1, 1, connectTimeout",
        "-1, 1, 1, 1, 1, connectTimeout",
        "1, 0, 1, 1, 1, responseTimeout",
        "1, 1, 0, 1, 1, notificationCapacity",
        "1, 1, 1, 0, 1, sendCapacity",
        "1, 1, 1, 1, 0, payloadLimit"
    })
    void refusesValuesThatCannotWork(
            long connect, long response, int notifications, int sends, int payload, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ClientOptions(
                                        Duration.ofSeconds(connect),
                                        Duration.ofSeconds(response),
                                        ProtocolVersion.DEFAULT,
                                        notifications,
                                        sends,
                                        payload))
                .withMessageContaining(named);
    }
}
