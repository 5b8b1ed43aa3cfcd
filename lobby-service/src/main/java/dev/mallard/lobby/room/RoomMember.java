package dev.mallard.lobby.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A user in a room. The user id is the key, so that a user is in one room at most. */
@Entity
@Table(name = "room_member", schema = "lobby")
public final class RoomMember {

    @Id
    @Column(name = "user_id")
    private int userId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "room_id", nullable = false, updatable = false)
    private Room room;

    @Column(name = "nickname", nullable = false)
    private String nickname;

    @Column(name = "seat", nullable = false)
    private int seat;

    @Column(name = "session_number", nullable = false)
    private long sessionNumber;

    /** For the persistence provider, which sets the room. */
    @SuppressWarnings("NullAway.Init")
    private RoomMember() {
        this.nickname = "";
    }

    RoomMember(Room room, Player player, int seat) {
        this.room = room;
        this.userId = player.userId();
        this.nickname = player.nickname();
        this.seat = seat;
        this.sessionNumber = player.sessionNumber();
    }

    public int userId() {
        return userId;
    }

    String nickname() {
        return nickname;
    }

    Room room() {
        return room;
    }

    /** Grows in the order of joining. */
    int seat() {
        return seat;
    }

    /** The session in which the user entered the room. */
    public long sessionNumber() {
        return sessionNumber;
    }
}
