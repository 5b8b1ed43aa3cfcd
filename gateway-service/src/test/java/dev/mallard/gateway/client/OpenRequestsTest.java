package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

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

    @Test
    void aWatchSeesTheEndOfItsRequestAndOfNoOther() {
        Ends ends = new Ends();
        requests.opened(0);
        requests.opened(0, ends);
        requests.opened(0);
        requests.opened(1);
        requests.answered(1);
        requests.answered(0);
        assertThat(ends.seen).isEmpty();
        assertThat(requests.isWatched()).isTrue();
        requests.answered(0);
        assertThat(ends.seen).containsExactly("answered");
        assertThat(requests.isWatched()).isFalse();
        requests.answered(0);
        requests.unwatch();
        assertThat(ends.seen).hasSize(1);
    }

    @Test
    void aWatchEndsWithItsLinkOrItsSession() {
        Ends ends = new Ends();
        requests.opened(0);
        requests.opened(3, ends);
        requests.abandon(0);
        assertThat(ends.seen).isEmpty();
        requests.abandon(3);
        assertThat(ends.seen).containsExactly("abandoned");
        requests.opened(3, ends);
        requests.unwatch();
        assertThat(ends.seen).containsExactly("abandoned", "abandoned");
        assertThat(requests.abandon(3)).isEqualTo(1);
        assertThat(ends.seen).hasSize(2);
    }

    @Test
    void onlyOneRequestIsWatchedAtATime() {
        requests.opened(0, new Ends());
        assertThatIllegalStateException().isThrownBy(() -> requests.opened(1, new Ends()));
        assertThat(requests.abandon(1)).isZero();
    }

    private static final class Ends implements RequestWatch {

        private final List<String> seen = new ArrayList<>();

        @Override
        public void answered() {
            seen.add("answered");
        }

        @Override
        public void abandoned() {
            seen.add("abandoned");
        }
    }
}
