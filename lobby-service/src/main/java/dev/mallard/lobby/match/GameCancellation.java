package dev.mallard.lobby.match;

import dev.mallard.lobby.room.Departure;
import dev.mallard.lobby.room.RoomSnapshot;
import dev.mallard.lobby.room.RoomState;
import dev.mallard.protocol.link.message.CancelGame;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.server.GatewayLink;
import dev.mallard.protocol.link.server.GatewayLinks;
import dev.mallard.protocol.link.server.Outbound;

import org.springframework.stereotype.Component;

/** Tells the game services, through a gateway, that a game is not wanted any more. Any thread. */
@Component
public class GameCancellation {

    private final Outbound outbound;
    private final GatewayLinks links;
    private final PreparationMetrics metrics;

    GameCancellation(Outbound outbound, GatewayLinks links, PreparationMetrics metrics) {
        this.outbound = outbound;
        this.links = links;
        this.metrics = metrics;
    }

    /** Cancels the game of a room that was dissolved while its game was being prepared. */
    public void departed(Departure departure) {
        if (departure instanceof Departure.Dissolved(RoomSnapshot room)
                && room.state() == RoomState.PREPARE) {
            metrics.ended(room, "DISSOLVED");
            cancelEverywhere(room);
        }
    }

    /** Cancels the game of a room whichever instance has it, through a gateway of a member or any other. */
    void cancelEverywhere(RoomSnapshot room) {
        LinkControl message = message(room.id(), "");
        for (int member : room.memberIds()) {
            GatewayLink link = outbound.control(member, message);
            // A link that has broken took nothing, although the member still belongs to it.
            if (link != null && link.isOpen()) {
                return;
            }
        }
        GatewayLink other = links.any();
        if (other != null) {
            other.control(message);
        }
    }

    /** Cancels a game that was reported on a link. */
    void cancel(GatewayLink link, int gameId, String instance) {
        link.control(message(gameId, instance));
    }

    private static LinkControl message(int gameId, String instance) {
        return LinkControl.newBuilder()
                .setCancelGame(CancelGame.newBuilder().setGameId(gameId).setGameInstance(instance))
                .build();
    }
}
