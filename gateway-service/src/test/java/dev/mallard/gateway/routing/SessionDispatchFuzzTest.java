package dev.mallard.gateway.routing;

import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.mallard.gateway.client.Anonymous;
import dev.mallard.gateway.client.Authenticating;
import dev.mallard.gateway.client.Closing;
import dev.mallard.gateway.client.DisconnectReason;
import dev.mallard.gateway.client.GameSeat;
import dev.mallard.gateway.client.InGame;
import dev.mallard.gateway.client.InLobby;
import dev.mallard.gateway.client.SeatOffered;

/**
 * Whatever a client sends in whatever state: every packet has exactly one outcome that its state allows, and
 * nothing fails. One target per state, the bytes of the input being what the client sends.
 */
class SessionDispatchFuzzTest {

    private static final GameSeat SEAT = new GameSeat(1, "game-1");

    private final DispatchHarness harness = new DispatchHarness();

    @FuzzTest
    void anonymous(byte[] input) {
        harness.run(new Anonymous(), input);
    }

    @FuzzTest
    void authenticating(byte[] input) {
        harness.run(new Authenticating(null), input);
    }

    @FuzzTest
    void inLobby(byte[] input) {
        harness.run(new InLobby(), input);
    }

    @FuzzTest
    void seatOffered(byte[] input) {
        harness.run(new SeatOffered(SEAT), input);
    }

    @FuzzTest
    void inGame(byte[] input) {
        harness.run(new InGame(SEAT), input);
    }

    @FuzzTest
    void closing(byte[] input) {
        harness.run(new Closing(DisconnectReason.TAKEN_OVER), input);
    }
}
