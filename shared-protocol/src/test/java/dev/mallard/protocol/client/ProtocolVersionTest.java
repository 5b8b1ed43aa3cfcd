package dev.mallard.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolVersionTest {

    @Test
    void countsBytesNotCharacters() {
        assertThat(new ProtocolVersion("1.ü").length()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789012345678901234567890123"})
    void refusesNoneAndTooLong(String text) {
        assertThatThrownBy(() -> new ProtocolVersion(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void acceptsTheLongest() {
        assertThat(new ProtocolVersion("12345678901234567890123456789012").length()).isEqualTo(32);
    }

    @Test
    void isAValue() {
        assertThat(new ProtocolVersion("1.0.0")).isEqualTo(ProtocolVersion.DEFAULT);
        assertThat(new ProtocolVersion("1.0.0")).hasSameHashCodeAs(ProtocolVersion.DEFAULT);
        assertThat(new ProtocolVersion("1.0.1")).isNotEqualTo(ProtocolVersion.DEFAULT);
        assertThat(ProtocolVersion.DEFAULT).hasToString("1.0.0");
    }
}
