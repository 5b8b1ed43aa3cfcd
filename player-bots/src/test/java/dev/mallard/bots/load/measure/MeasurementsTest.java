package dev.mallard.bots.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

import java.util.Map;

class MeasurementsTest {

    private static final long SECOND = 1_000_000_000;
    private static final Headcount NOBODY = new Headcount(0, 0, 0, 0);

    private final Measurements measurements = new Measurements(0);

    @Test
    void percentilesAreThoseOfTheValues() {
        for (int i = 1; i <= 1000; i++) {
            measurements.latency(Kind.LIST_ROOMS, 0, i * 1_000_000L);
        }
        Percentiles found = measurements.of(Kind.LIST_ROOMS);
        assertThat(found.count()).isEqualTo(1000);
        assertThat(found.p50()).isCloseTo(500, Percentage.withPercentage(0.2));
        assertThat(found.p90()).isCloseTo(900, Percentage.withPercentage(0.2));
        assertThat(found.p99()).isCloseTo(990, Percentage.withPercentage(0.2));
        assertThat(found.p999()).isCloseTo(999, Percentage.withPercentage(0.2));
        assertThat(found.max()).isCloseTo(1000, Percentage.withPercentage(0.2));
    }

    @Test
    void whatIsLongerThanTwoMinutesCountsAsTwoMinutes() {
        measurements.latency(Kind.CHAT, 0, 500 * SECOND);
        assertThat(measurements.of(Kind.CHAT).max()).isCloseTo(120_000, within(200.0));
    }

    @Test
    void onlyAnswersAndChatAreInteractive() {
        measurements.latency(Kind.LOGIN, 0, SECOND);
        measurements.latency(Kind.START_GAME, 0, SECOND);
        measurements.latency(Kind.POSITION_SEEN, 0, SECOND);
        assertThat(measurements.interactive().count()).isZero();
        measurements.latency(Kind.CHAT_HEARD, 0, SECOND);
        measurements.latency(Kind.JOIN_ROOM, 0, SECOND);
        assertThat(measurements.interactive().count()).isEqualTo(2);
    }

    @Test
    void measuringForgetsWhatWasBeforeExceptAccounts() {
        measurements.latency(Kind.LOGIN, 0, SECOND);
        measurements.latency(Kind.CHAT, 0, SECOND);
        measurements.requestSent(Kind.CHAT);
        measurements.startMeasuring();
        assertThat(measurements.of(Kind.LOGIN).count()).isEqualTo(1);
        assertThat(measurements.of(Kind.CHAT).count()).isZero();
        assertThat(measurements.interactive().count()).isZero();
        assertThat(measurements.tally(Kind.CHAT).sent()).isEqualTo(1);
    }

    @Test
    void samplesCoverTheirIntervals() {
        measurements.packetSent(0);
        measurements.latency(Kind.CHAT, 0, SECOND);
        Sample first = measurements.cut(NOBODY, 2 * SECOND);
        measurements.startMeasuring();
        measurements.packetReceived();
        measurements.packetReceived();
        measurements.error("ROOM_FULL");
        Sample across = measurements.cut(NOBODY, 3 * SECOND);
        Sample within = measurements.cut(NOBODY, 4 * SECOND);
        measurements.stopMeasuring();
        measurements.cut(NOBODY, 5 * SECOND);
        Sample after = measurements.cut(NOBODY, 6 * SECOND);
        assertThat(first.sentPerSecond()).isEqualTo(0.5);
        assertThat(first.interactive().count()).isEqualTo(1);
        assertThat(first.measured()).isFalse();
        assertThat(across.second()).isEqualTo(3);
        assertThat(across.receivedPerSecond()).isEqualTo(2);
        assertThat(across.sentPerSecond()).isZero();
        assertThat(across.interactive().count()).isZero();
        assertThat(across.errors()).isEqualTo(Map.of("ROOM_FULL", 1L));
        assertThat(across.measured()).isFalse();
        assertThat(within.measured()).isTrue();
        assertThat(within.errorCount()).isEqualTo(1);
        assertThat(after.measured()).isFalse();
        assertThat(measurements.samples()).hasSize(5).startsWith(first, across);
    }

    @Test
    void everyRequestHasItsPlaceInTheTally() {
        for (Outcome outcome : Outcome.values()) {
            measurements.requestSent(Kind.CHAT);
            measurements.requestEnded(Kind.CHAT, outcome);
        }
        measurements.requestSent(Kind.CHAT);
        Tally tally = measurements.tally(Kind.CHAT);
        assertThat(tally.sent()).isEqualTo(6);
        assertThat(tally.of(Outcome.LOST)).isEqualTo(1);
        assertThat(tally.open()).isEqualTo(1);
        assertThat(tally.plus(tally).open()).isEqualTo(2);
    }
}
