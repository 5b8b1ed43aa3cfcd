package dev.mallard.lobby.room;

import dev.mallard.protocol.link.server.Outbound;

import org.springframework.stereotype.Component;

import java.util.Collection;

/** Tells the members of a room what has happened to it, wherever they are logged in. Any thread. */
@Component
public class RoomNotifier {

    private final Outbound outbound;

    public RoomNotifier(Outbound outbound) {
        this.outbound = outbound;
    }

    /** Tells everybody else in the room that the newest member has come. */
    void memberJoined(RoomSnapshot room) {
        RoomSnapshot.Member newest = room.members().getLast();
        outbound.send(room.memberIdsWithout(newest.userId()), RoomPackets.memberJoined(newest));
    }

    /**
     * Tells those who are still there that a user has gone.
     *
     * @param leaver the user, who is not told by this
     */
    public void departed(Departure departure, int leaver) {
        switch (departure) {
            case Departure.MemberLeft(RoomSnapshot room, RoomSnapshot.Member member) ->
                    outbound.send(room.memberIds(), RoomPackets.memberLeft(member));
            case Departure.Dissolved(RoomSnapshot room) -> dissolved(room.memberIdsWithout(leaver));
            case Departure.LeftGame left -> {
                // The game shows who is missing.
            }
        }
    }

    void dissolved(Collection<Integer> members) {
        outbound.send(members, RoomPackets.left());
    }
}
