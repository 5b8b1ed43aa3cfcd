package dev.mallard.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {

    @ParameterizedTest
    @CsvSource({
        "a,bad,short,NICKNAME_TOO_SHORT",
        "123456789012345678901,bad,short,NICKNAME_TOO_LONG",
        "duck,bad,short,EMAIL_INVALID",
        "duck,duck@pond.com,'',PASSWORD_TOO_SHORT",
        "duck,duck@pond.com,12345,PASSWORD_TOO_SHORT",
        "duck,duck@pond.com,"
                + "12345678901234567890123456789012345678901234567890123456789012345,"
                + "PASSWORD_TOO_LONG"
    })
    void reportsTheFirstFault(String nickname, String email, String password, ErrorCode code) {
        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> Registration.of(nickname, email, password))
                .satisfies(rejection -> assertThat(rejection.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "123456",
        "'      '",
        "1234567890123456789012345678901234567890123456789012345678901234"
    })
    void acceptsSixToSixtyFourUnits(String password) {
        assertThat(Registration.of("duck", "duck@pond.com", password).password().value())
                .isEqualTo(password);
    }

    @Test
    void hidesThePasswordInText() {
        assertThat(Registration.of("duck", "duck@pond.com", "tell nobody").toString())
                .doesNotContain("tell nobody")
                .doesNotContain("pond.com");
    }
}
