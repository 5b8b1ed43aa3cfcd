package dev.mallard.lobby.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mallard.lobby.LobbyApplication;
import dev.mallard.lobby.store.Store;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.util.concurrent.Callable;

/** Rooms on a real database, of which there are none at first. */
@SpringBootTest(
        classes = LobbyApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "mallard.link.port=0",
            "mallard.link.bind-address=127.0.0.1",
            "mallard.lobby.rooms.max-rooms=20",
            // A busy machine is no outage.
            "mallard.lobby.store.max-wait=20s",
            "spring.datasource.hikari.connection-timeout=20000",
            "spring.datasource.hikari.data-source-properties.socketTimeout=20",
            // The sweeps do nothing by themselves here.
            "mallard.lobby.sweep-interval=1h",
            "mallard.lobby.abandoned-interval=1h",
            "mallard.lobby.census-interval=1h"
        })
abstract class RoomStoreFixture {

    @Autowired RoomService rooms;
    @Autowired RoomRepository repository;
    @Autowired RoomListReader lists;
    @Autowired Store store;
    @Autowired JdbcTemplate jdbc;

    @BeforeEach
    void empty() {
        repository.deleteAll();
    }

    static Player player(int userId) {
        return new Player(userId, "user" + userId, 1);
    }

    RoomSnapshot create(int owner, int capacity) {
        return rooms.create(rooms.nextId(), player(owner), new RoomName("Pond"), capacity);
    }

    RoomSnapshot read(int roomId) {
        return repository.findWithMembers(roomId).orElseThrow().snapshot();
    }

    void prepare(int room) {
        store.write(
                "test",
                () -> {
                    repository.findWithMembers(room).orElseThrow().prepare(Instant.now());
                    return room;
                });
    }

    void play(int roomId) {
        jdbc.update(
                "update lobby.room set state = 'PLAY', game_instance = 'game-1' where id = ?",
                roomId);
    }

    int memberCount(int room) {
        Integer count =
                jdbc.queryForObject(
                        "select member_count from lobby.room where id = ?", Integer.class, room);
        return count == null ? -1 : count;
    }

    static void assertRejected(Callable<?> action, ErrorCode code) {
        assertThatThrownBy(action::call)
                .isInstanceOfSatisfying(
                        RequestRejectedException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
    }
}
