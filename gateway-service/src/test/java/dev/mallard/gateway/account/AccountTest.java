package dev.mallard.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class AccountTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Account account =
            new Account(new Nickname("Duck"), new EmailAddress("duck@pond.com"), "first", NOON);

    @Test
    void countsLogins() {
        account.advanceSession(NOON.plusSeconds(1));
        account.advanceSession(NOON.plusSeconds(2));

        assertThat(account.sessionNumber()).isEqualTo(2);
        assertThat(account.createdAt()).isEqualTo(NOON);
        assertThat(account.updatedAt()).isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void replacesTheHashThatWasRead() {
        account.replacePasswordHash("first", "second");

        assertThat(account.passwordHash()).isEqualTo("second");
    }

    @Test
    void keepsAHashThatSomebodyElseHasMadeMeanwhile() {
        account.replacePasswordHash("older", "second");

        assertThat(account.passwordHash()).isEqualTo("first");
    }
}
