package dev.mallard.bots.load.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.bots.load.measure.Kind;
import dev.mallard.bots.load.measure.Measurements;
import dev.mallard.bots.load.measure.Outcome;

import org.junit.jupiter.api.Test;

class RequestsTest {

    private static final long MILLI = 1_000_000;

    private final Measurements measurements = new Measurements(0);
    private final Requests requests = new Requests(measurements, 10 * MILLI);

    @Test
    void theLatencyCountsFromWhenTheRequestWasMeant() {
        requests.sent(Kind.CHAT, 0, 40 * MILLI);
        requests.answered(Kind.CHAT, 50 * MILLI);
        assertThat(measurements.of(Kind.CHAT).max()).isBetween(50.0, 50.1);
        assertThat(count(Kind.CHAT, Outcome.ANSWERED)).isEqualTo(1);
        assertThat(requests.none()).isTrue();
    }

    @Test
    void anAnswerBelongsToTheOldestOfItsKind() {
        requests.sent(Kind.USE_ITEM, 0, 0);
        requests.sent(Kind.CHAT, 10 * MILLI, 10 * MILLI);
        requests.sent(Kind.CHAT, 20 * MILLI, 20 * MILLI);
        requests.answered(Kind.CHAT, 30 * MILLI);
        assertThat(measurements.of(Kind.CHAT).max()).isBetween(20.0, 20.1);
        requests.answered(Kind.TAKE_OFF, 30 * MILLI);
        assertThat(measurements.of(Kind.TAKE_OFF).count()).isZero();
        assertThat(measurements.tally(Kind.CHAT).open()).isEqualTo(1);
    }

    @Test
    void anErrorBelongsToTheOldestThatItCanBeAbout() {
        requests.sent(Kind.USE_ITEM, 0, 0);
        requests.sent(Kind.CHAT, 0, 0);
        assertThat(requests.refused("CHAT_TOO_FAST", 0)).isEqualTo(Kind.CHAT);
        assertThat(requests.refused("CHAT_TOO_FAST", 0)).isNull();
        assertThat(requests.refused("GAME_UNAVAILABLE", 0)).isEqualTo(Kind.USE_ITEM);
        assertThat(requests.refused("GAME_UNAVAILABLE", 0)).isNull();
        assertThat(count(Kind.CHAT, Outcome.REFUSED)).isEqualTo(1);
    }

    @Test
    void theEndOfAGameOvertakesWhatWasAskedOfIt() {
        requests.sent(Kind.CHAT, 0, 0);
        requests.sent(Kind.LIST_ROOMS, 0, 0);
        requests.gameEnded();
        assertThat(count(Kind.CHAT, Outcome.OVERTAKEN)).isEqualTo(1);
        assertThat(measurements.tally(Kind.LIST_ROOMS).open()).isEqualTo(1);
    }

    @Test
    void theEndOfAConnectionEndsEverything() {
        requests.sent(Kind.CHAT, 0, 0);
        requests.sent(Kind.LIST_ROOMS, 0, 0);
        requests.closed();
        assertThat(count(Kind.CHAT, Outcome.CLOSED)).isEqualTo(1);
        assertThat(count(Kind.LIST_ROOMS, Outcome.CLOSED)).isEqualTo(1);
        assertThat(measurements.errors()).isEmpty();
    }

    @Test
    void whatIsNotAnsweredInTimeIsLostAndTheRestGoesWithTheConnection() {
        requests.sent(Kind.CHAT, 0, 0);
        requests.sent(Kind.CHAT, 0, 5 * MILLI);
        assertThat(requests.lost(9 * MILLI)).isFalse();
        assertThat(requests.lost(10 * MILLI)).isTrue();
        assertThat(count(Kind.CHAT, Outcome.LOST)).isEqualTo(1);
        assertThat(count(Kind.CHAT, Outcome.CLOSED)).isEqualTo(1);
        assertThat(measurements.errors()).containsOnlyKeys(Measurements.LOST);
        assertThat(requests.lost(99 * MILLI)).isFalse();
    }

    @Test
    void anErrorAboutSomethingElseIsNotTheEndOfARequestThatIsAnswered() {
        requests.sentWithoutAnswer(0);
        requests.sent(Kind.CHAT, 0, 0);
        assertThat(requests.refused("GAME_UNAVAILABLE", MILLI)).isEqualTo(Kind.CHAT);
        assertThat(count(Kind.CHAT, Outcome.REFUSED)).isEqualTo(1);
        requests.answered(Kind.CHAT, 2 * MILLI);
        assertThat(count(Kind.CHAT, Outcome.REFUSED)).isZero();
        assertThat(count(Kind.CHAT, Outcome.ANSWERED)).isEqualTo(1);
        assertThat(measurements.errors()).isEmpty();
    }

    @Test
    void aGameThatSeemedToBeOverMayAnswerAfterAll() {
        requests.sent(Kind.CHAT, 0, 0);
        requests.gameEnded();
        requests.answered(Kind.CHAT, MILLI);
        assertThat(count(Kind.CHAT, Outcome.OVERTAKEN)).isZero();
        assertThat(count(Kind.CHAT, Outcome.ANSWERED)).isEqualTo(1);
    }

    @Test
    void aGameThatSeemedToBeOverMayRefuseAfterAll() {
        requests.sent(Kind.CHAT, 0, 0);
        requests.gameEnded();
        assertThat(requests.refused("GAME_UNAVAILABLE", 0)).isNull();
        assertThat(measurements.errors()).isEmpty();
        assertThat(requests.refused("GAME_UNAVAILABLE", 0)).isNull();
        assertThat(measurements.errors()).containsOnlyKeys(Measurements.UNASKED);
    }

    @Test
    void aSecondAnswerIsAnError() {
        requests.sent(Kind.LIST_ROOMS, 0, 0);
        requests.answered(Kind.LIST_ROOMS, MILLI);
        assertThat(measurements.errors()).isEmpty();
        requests.answered(Kind.LIST_ROOMS, 2 * MILLI);
        assertThat(measurements.errors()).containsOnlyKeys(Measurements.UNASKED);
        assertThat(count(Kind.LIST_ROOMS, Outcome.ANSWERED)).isEqualTo(1);
    }

    @Test
    void anErrorThatNothingCanHaveCausedIsAnError() {
        requests.sentWithoutAnswer(0);
        assertThat(requests.refused("PLAYER_DEAD", 9 * MILLI)).isNull();
        assertThat(measurements.errors()).isEmpty();
        assertThat(requests.refused("PLAYER_DEAD", 10 * MILLI)).isNull();
        assertThat(measurements.errors()).containsOnlyKeys(Measurements.UNASKED);
    }

    @Test
    void whatComesToOthersUnaskedIsNoError() {
        requests.answered(Kind.START_GAME, 0);
        requests.answered(Kind.USE_ITEM, 0);
        assertThat(measurements.errors()).isEmpty();
    }

    private long count(Kind kind, Outcome outcome) {
        return measurements.tally(kind).of(outcome);
    }
}
