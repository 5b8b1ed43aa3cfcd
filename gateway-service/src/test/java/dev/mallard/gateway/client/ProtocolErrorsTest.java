package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProtocolErrorsTest {

    private static final long WINDOW = 60;

    private final ProtocolErrors errors = new ProtocolErrors(20, WINDOW);

    @Test
    void theFirstOneTooManyIsTheTwentyFirst() {
        for (int i = 0; i < 20; i++) {
            assertThat(errors.isOneTooMany(1000)).isFalse();
        }
        assertThat(errors.isOneTooMany(1000 + WINDOW)).isTrue();
    }

    @Test
    void oldOnesAreForgotten() {
        for (int i = 0; i < 500; i++) {
            // Twenty within 57 units: the twenty-first is always outside the window.
            assertThat(errors.isOneTooMany(i * 4L)).as("error %d", i).isFalse();
        }
    }

    @Test
    void aBurstAfterALongTimeIsNoticed() {
        for (int i = 0; i < 57; i++) {
            assertThat(errors.isOneTooMany(i * 100L)).isFalse();
        }
        long now = 57 * 100L;
        for (int i = 0; i < 20; i++) {
            assertThat(errors.isOneTooMany(now)).as("error %d", i).isFalse();
        }
        assertThat(errors.isOneTooMany(now)).isTrue();
    }

    @Test
    void noneMayBeForgiven() {
        assertThat(new ProtocolErrors(0, WINDOW).isOneTooMany(0)).isTrue();
    }
}
