package dev.mallard.lobby.room;

import dev.mallard.lobby.store.Store;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.link.server.Outbound;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SPlayerAttackRequest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

import java.util.List;

/**
 * Serves C_PLAYER_ATTACK_REQUEST of users who are not in a game: shows the gesture to the others in a waiting
 * room. What cannot be shown is dropped without a word, and counted.
 */
@Component
class GestureHandler implements PacketHandler {

    private final RoomRepository rooms;
    private final Store store;
    private final Outbound outbound;
    private final GestureLimiter limiter;
    private final MeterRegistry meters;

    GestureHandler(
            RoomRepository rooms,
            RoomProperties properties,
            Store store,
            Outbound outbound,
            MeterRegistry meters) {
        this.rooms = rooms;
        this.store = store;
        this.outbound = outbound;
        this.limiter =
                new GestureLimiter(
                        properties.gesturesPerSecond(),
                        properties.gestureBurst(),
                        properties.gestureUsers());
        this.meters = meters;
    }

    @Override
    public PacketType type() {
        return PacketType.C_PLAYER_ATTACK_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SPlayerAttackRequest gesture = request.packet().getPlayerAttackRequest();
        count(show(request.sender().userId(), gesture.getPlayerDirX(), gesture.getPlayerDirY()));
    }

    private void count(String outcome) {
        Counter.builder("mallard.lobby.gestures")
                .description("Gestures of users who are not in a game, by outcome")
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }

    private String show(int userId, float x, float y) {
        if (!Float.isFinite(x) || !Float.isFinite(y)) {
            return "not_finite";
        }
        if (!limiter.tryGesture(userId, System.nanoTime())) {
            return "too_fast";
        }
        List<Integer> others;
        try {
            others = store.read("find-company", () -> rooms.findCompanyInWaitingRoom(userId));
        } catch (RequestRejectedException databaseAway) {
            return "unavailable";
        }
        outbound.send(others, RoomPackets.gesture(userId, x, y));
        return others.isEmpty() ? "nobody_there" : "shown";
    }
}
