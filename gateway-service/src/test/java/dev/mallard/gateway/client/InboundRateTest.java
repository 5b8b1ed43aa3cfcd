package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

class InboundRateTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void aHostThatMovesManyMonstersStaysWithinTheDefaults() {
        InboundRate rate = new InboundRate(ClientPropertiesTest.bind(Map.of()).rate(), 0);
        assertThat(rate.admits(9 * 1024, 0)).as("the start of a game").isTrue();
        for (int step = 0; step < 5 * 600; step++) {
            long now = step * SECOND / 5;
            assertThat(rate.admits(7 * 1024, now)).as("moves %d", step).isTrue();
            for (int hit = 0; hit < 60; hit++) {
                assertThat(rate.admits(40, now)).as("hit %d of step %d", hit, step).isTrue();
            }
        }
    }

    @Test
    void bytesCountAsWellAsPackets() {
        InboundRate rate = new InboundRate(ClientPropertiesTest.bind(Map.of()).rate(), 0);
        int large = 64 * 1024;
        for (int i = 0; i < 16; i++) {
            assertThat(rate.admits(large, 0)).as("frame %d", i).isTrue();
        }
        assertThat(rate.admits(large, 0)).isFalse();
        assertThat(rate.admits(large, SECOND / 4)).isTrue();
    }

    @Test
    void whoeverIsKeptWaitingMaySendWhatHasPiledUp() {
        InboundRate rate = new InboundRate(ClientPropertiesTest.bind(Map.of()).rate(), 0);
        rate.paused(SECOND);
        rate.resumed(6 * SECOND);
        for (int i = 0; i < 3_500; i++) {
            assertThat(rate.admits(20, 6 * SECOND)).as("packet %d", i).isTrue();
        }
        assertThat(rate.admits(20, 6 * SECOND)).isFalse();
    }

    @Test
    void aSessionThatSendsTooFastIsToldAndEnds() {
        SessionFixture fixture =
                new SessionFixture(
                        Map.of(
                                "mallard.gateway.client.rate.packets", "1",
                                "mallard.gateway.client.rate.packet-burst", "2"));
        assertThat(fixture.session.admits(20, 0)).isTrue();
        assertThat(fixture.session.admits(20, 0)).isTrue();
        assertThat(fixture.session.admits(20, 0)).isFalse();
        assertThat(fixture.sentNames()).isEqualTo(List.of("RATE_LIMITED", "GET_OUT"));
        assertThat(fixture.counters.disconnects(DisconnectReason.RATE_LIMITED)).isEqualTo(1);
    }
}
