package dev.mallard.bots.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class MatchSettingsTest {

    @ParameterizedTest
    @CsvSource({"0, ''", "65536, ''", "5555, 'has blank'", "5555, 'longerThanThat'"})
    void refusesWhatCannotBe(int port, String group) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new MatchSettings(
                                        "localhost", port, group, Duration.ZERO, Duration.ZERO));
    }

    @Test
    void theAccountOfABotIsAlwaysTheSameAndKeepsItsSecret() {
        Account account = Account.ofBot("Dora", "X1");
        assertThat(account).isEqualTo(Account.ofBot("Dora", "X1"));
        assertThat(account.nickname()).isEqualTo("DoraX1");
        assertThat(account.email()).isEqualTo("dorax1@bots.mallard.com");
        assertThat(account.toString()).doesNotContain(account.password());
    }
}
