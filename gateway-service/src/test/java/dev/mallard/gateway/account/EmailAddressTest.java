package dev.mallard.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Stream;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a+b@x.com",
                "o'x@x.net",
                "a/b@x.com",
                "a.b@x.com",
                "a@x.co.com",
                "a@1.com",
                "A@X.COM",
                "a@x.org",
                "duck@pond.example",
                "ente@teich.museum",
                "오리@연못.한국",
                "a@x-y.com",
                "a@x1.c0m",
                "#!$%&*-=?^_`{|}~@x.com"
            })
    void acceptsWhatPeopleUse(String value) {
        assertThat(new EmailAddress(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@",
                "@x.com",
                "a@",
                "a@@x.com",
                "a@b@x.com",
                ".a@x.com",
                "a.@x.com",
                "a..b@x.com",
                "a b@x.com",
                "a\tb@x.com",
                "a\u00a0b@x.com",
                "a\0b@x.com",
                "\"a\"@x.com",
                "\"a b\"@x.com",
                "a(b)@x.com",
                "a<b>@x.com",
                "a,b@x.com",
                "a;b@x.com",
                "a\\b@x.com",
                "a@b",
                "a@.com",
                "a@x..com",
                "a@x.com.",
                "a@.x.com",
                "a@-x.com",
                "a@x-.com",
                "a@x_y.com",
                "a@x y.com",
                "a@[1.2.3.4]",
                "a@1.2.3.4",
                "a@x.com ",
                " a@x.com",
                "a@x.com\n"
            })
    void refusesMalformedAddresses(String value) {
        assertRefused(value);
    }

    static Stream<String> lengthsJustInside() {
        return Stream.of(
                "l".repeat(64) + "@x.com",
                "ü".repeat(32) + "@x.com",
                "a@" + "d".repeat(63) + ".com",
                "a@" + ("d".repeat(49) + ".").repeat(5) + "dd");
    }

    static Stream<String> lengthsJustOutside() {
        return Stream.of(
                "l".repeat(65) + "@x.com",
                "ü".repeat(33) + "@x.com",
                "a@" + "d".repeat(64) + ".com",
                "a@" + ("d".repeat(49) + ".").repeat(5) + "ddd");
    }

    @ParameterizedTest
    @MethodSource("lengthsJustInside")
    void acceptsTheLongest(String value) {
        assertThat(new EmailAddress(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("lengthsJustOutside")
    void refusesLonger(String value) {
        assertRefused(value);
    }

    @Test
    void keyLeavesLetterCaseOut() {
        assertThat(new EmailAddress("Duck@Pond.COM").key())
                .isEqualTo(new EmailAddress("dUCK@pOND.com").key());
    }

    @Test
    void hidesTheAddressInText() {
        assertThat(new EmailAddress("duck@pond.com").toString()).doesNotContain("duck");
    }

    private static void assertRefused(String value) {
        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> new EmailAddress(value))
                .satisfies(
                        rejection ->
                                assertThat(rejection.code()).isEqualTo(ErrorCode.EMAIL_INVALID));
    }
}
