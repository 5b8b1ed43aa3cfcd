package dev.mallard.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NicknameTest {

    @ParameterizedTest
    @ValueSource(strings = {"ab", "  ", " x ", "12345678901234567890", "오리", "\uD83E\uDD86"})
    void acceptsTwoToTwentyUnits(String value) {
        assertThat(new Nickname(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "'',NICKNAME_TOO_SHORT",
        "a,NICKNAME_TOO_SHORT",
        "오,NICKNAME_TOO_SHORT",
        "123456789012345678901,NICKNAME_TOO_LONG",
        "'                     ',NICKNAME_TOO_LONG"
    })
    void refusesOtherLengths(String value, ErrorCode code) {
        assertRefused(value, code);
    }

    @Test
    void refusesTheZeroCharacter() {
        assertRefused("a\0b", ErrorCode.MALFORMED_PAYLOAD);
    }

    @ParameterizedTest
    @CsvSource({"Duck,dUCK", "Straße,STRASSE", "ÉCLAIR,éclair", "İris,i̇ris"})
    void keyLeavesLetterCaseOut(String one, String other) {
        assertThat(new Nickname(one).key()).isEqualTo(new Nickname(other).key());
    }

    @Test
    void longestKeyFitsItsColumn() {
        assertThat(new Nickname("ΐ".repeat(20)).key().length()).isLessThanOrEqualTo(80);
    }

    private static void assertRefused(String value, ErrorCode code) {
        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> new Nickname(value))
                .satisfies(rejection -> assertThat(rejection.code()).isEqualTo(code));
    }
}
