package dev.mallard.lobby.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Stream;

class RoomNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", " a ", "1234567890123456789012345", "오리 연못", "\uD83E\uDD86"})
    void acceptsOneToTwentyFiveUnits(String value) {
        assertThat(new RoomName(value).value()).isEqualTo(value);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("", ErrorCode.ROOM_NAME_EMPTY),
                Arguments.of(" ", ErrorCode.ROOM_NAME_EMPTY),
                Arguments.of("\t\n\u3000\u00a0", ErrorCode.ROOM_NAME_EMPTY),
                Arguments.of(" ".repeat(26), ErrorCode.ROOM_NAME_EMPTY),
                Arguments.of("a".repeat(26), ErrorCode.ROOM_NAME_TOO_LONG),
                Arguments.of("\uD83E\uDD86".repeat(13), ErrorCode.ROOM_NAME_TOO_LONG),
                Arguments.of("a\0", ErrorCode.MALFORMED_PAYLOAD));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void refusesOthers(String value, ErrorCode code) {
        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> new RoomName(value))
                .satisfies(rejection -> assertThat(rejection.code()).isEqualTo(code));
    }
}
