package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenRequestsTest {

    private final OpenRequests requests = new OpenRequests();

    @Test
    void eachLinkIsCountedForItself() {
        requests.opened(0);
        requests.opened(5);
        requests.opened(5);
        requests.answered(5);
        assertThat(requests.abandon(0)).isEqualTo(1);
        assertThat(requests.abandon(5)).isEqualTo(1);
        assertThat(requests.abandon(5)).isZero();
        assertThat(requests.abandon(1)).isZero();
    }

    @Test
    void answersWithoutARequestCountNothing() {
        requests.answered(0);
        requests.answered(100);
        requests.opened(0);
        assertThat(requests.abandon(0)).isEqualTo(1);
        assertThat(requests.abandon(100)).isZero();
    }
}
