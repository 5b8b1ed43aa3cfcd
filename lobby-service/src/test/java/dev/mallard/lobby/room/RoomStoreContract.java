package dev.mallard.lobby.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mallard.lobby.LobbyApplication;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** What rooms do on a real database; run once per database. */
@SpringBootTest(
        classes = LobbyApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "mallard.link.port=0",
            "mallard.link.bind-address=127.0.0.1",
            "mallard.lobby.rooms.max-rooms=20",
            // The sweeps do nothing by themselves here.
            "mallard.lobby.sweep-interval=1h",
            "mallard.lobby.abandoned-interval=1h",
            "mallard.lobby.census-interval=1h"
        })
abstract class RoomStoreContract {

    @Autowired RoomService rooms;
    @Autowired RoomRepository repository;
    @Autowired JdbcTemplate jdbc;

    @BeforeEach
    void empty() {
        repository.deleteAll();
    }

    static Player player(int userId) {
        return new Player(userId, "user" + userId, 1);
    }

    private RoomSnapshot create(int owner, int capacity) {
        return rooms.create(rooms.nextId(), player(owner), new RoomName("Pond"), capacity);
    }

    private RoomSnapshot read(int roomId) {
        return repository.findWithMembers(roomId).orElseThrow().snapshot();
    }

    private void play(int roomId) {
        jdbc.update(
                "update lobby.room set state = 'PLAY', game_instance = 'game-1' where id = ?",
                roomId);
    }

    @Test
    void keepsARoom() {
        RoomSnapshot made = create(1, 4);

        RoomSnapshot kept = read(made.id());
        assertThat(kept.name()).isEqualTo("Pond");
        assertThat(kept.capacity()).isEqualTo(4);
        assertThat(kept.ownerId()).isEqualTo(1);
        assertThat(kept.state()).isEqualTo(RoomState.WAIT);
        assertThat(kept.gameInstance()).isNull();
        assertThat(kept.members()).containsExactly(new RoomSnapshot.Member(1, "user1"));
        assertThat(Duration.between(made.createdAt(), kept.createdAt()).abs())
                .isLessThan(Duration.ofMillis(1));
    }

    @Test
    void keepsMembersInTheOrderOfJoining() {
        int room = create(5, 8).id();
        for (int user : List.of(9, 2, 7)) {
            rooms.join(room, player(user));
        }
        rooms.leave(room, 2);
        rooms.join(room, player(2));

        assertThat(read(room).memberIds()).containsExactly(5, 9, 7, 2);
    }

    @Test
    void idsGrowAndAreNeverUsedAgain() {
        int first = create(1, 2).id();
        rooms.leave(first, 1);
        int second = create(1, 2).id();

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void refusesMoreRoomsThanTheLimit() {
        for (int user = 1; user <= 20; user++) {
            create(user, 2);
        }

        assertRejected(() -> create(21, 2), ErrorCode.ROOM_LIMIT_REACHED);
        assertRejected(() -> create(21, 9), ErrorCode.ROOM_CAPACITY_INVALID);
        assertRejected(() -> create(1, 9), ErrorCode.ALREADY_IN_ROOM);
    }

    @Test
    void theLastSeatsOfARoomAreTakenOnce() throws Exception {
        int room = create(1, 8).id();

        List<Object> outcomes = together(30, i -> () -> rooms.join(room, player(100 + i)));

        assertThat(outcomes).filteredOn(RoomSnapshot.class::isInstance).hasSize(7);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof RoomSnapshot))
                .containsOnly(ErrorCode.ROOM_FULL);
        assertThat(read(room).members()).hasSize(8);
        assertThat(memberCount(room)).isEqualTo(8);
    }

    @Test
    void aUserWhoJoinsManyRoomsAtOnceIsInOne() throws Exception {
        List<Integer> ids = new ArrayList<>();
        for (int owner = 1; owner <= 8; owner++) {
            ids.add(create(owner, 8).id());
        }

        List<Object> outcomes = together(8, i -> () -> rooms.join(ids.get(i), player(100)));

        assertThat(outcomes).filteredOn(RoomSnapshot.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof RoomSnapshot))
                .containsOnly(ErrorCode.ALREADY_IN_ROOM);
        assertThat(rooms.roomOf(100)).isPresent();
    }

    @Test
    void aUserWhoCreatesManyRoomsAtOnceHasOne() throws Exception {
        List<Object> outcomes = together(6, i -> () -> create(100, 4));

        assertThat(outcomes).filteredOn(RoomSnapshot.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof RoomSnapshot))
                .containsOnly(ErrorCode.ALREADY_IN_ROOM);
        assertThat(repository.count()).isEqualTo(1);
    }

    @Test
    void joiningARoomThatIsBeingDissolvedLeavesNothingBehind() throws Exception {
        int room = create(1, 8).id();

        List<Object> outcomes =
                together(
                        7,
                        i ->
                                i == 3
                                        ? () -> rooms.leave(room, 1)
                                        : () -> rooms.join(room, player(100 + i)));

        assertThat(outcomes.get(3)).isInstanceOf(Departure.Dissolved.class);
        assertThat(repository.count()).isZero();
        assertThat(jdbc.queryForObject("select count(*) from lobby.room_member", Integer.class))
                .isZero();
        RoomSnapshot last = ((Departure.Dissolved) outcomes.get(3)).room();
        assertThat(outcomes)
                .filteredOn(RoomSnapshot.class::isInstance)
                .hasSize(last.members().size() - 1);
    }

    @Test
    void manyWhoLeaveAtOnceAllLeave() throws Exception {
        int room = create(1, 8).id();
        for (int user = 2; user <= 8; user++) {
            rooms.join(room, player(user));
        }

        List<Object> outcomes = together(7, i -> () -> rooms.leave(room, 2 + i));

        assertThat(outcomes).allMatch(Departure.MemberLeft.class::isInstance);
        assertThat(read(room).memberIds()).containsExactly(1);
        assertThat(memberCount(room)).isEqualTo(1);
    }

    @Test
    void anOldSessionsEndDoesNotTouchANewerOne() {
        int room = create(1, 4).id();
        rooms.join(room, new Player(2, "user2", 7));

        assertThat(rooms.disconnect(room, 2, 6)).isEmpty();
        assertThat(rooms.disconnect(room, 3, 6)).isEmpty();
        assertThat(rooms.disconnect(room + 1000, 2, 7)).isEmpty();
        assertThat(read(room).memberIds()).containsExactly(1, 2);
        assertThat(rooms.disconnect(room, 2, 7)).containsInstanceOf(Departure.MemberLeft.class);
        assertThat(rooms.disconnect(room, 2, 7)).isEmpty();
        assertThat(rooms.disconnect(room, 1, 1)).containsInstanceOf(Departure.Dissolved.class);
    }

    @Test
    void duringTheGameADisconnectChangesNothing() {
        int room = create(1, 4).id();
        rooms.join(room, player(2));
        play(room);

        assertThat(rooms.disconnect(room, 1, 1)).isEmpty();
        assertThat(rooms.disconnect(room, 2, 1)).isEmpty();
        assertThat(rooms.leave(room, 1)).isEqualTo(new Departure.LeftGame(1));
        assertThat(read(room).memberIds()).containsExactly(2);
        rooms.leaveGame(room, 2, 0);
        assertThat(read(room).memberIds()).containsExactly(2);
        rooms.leaveGame(room, 2, 1);
        assertThat(repository.count()).isZero();
    }

    @Test
    void aWaitingRoomIsLeftByNoGame() {
        int room = create(1, 4).id();

        rooms.leaveGame(room, 1, Long.MAX_VALUE);
        rooms.abandon(room);

        assertThat(read(room).memberIds()).containsExactly(1);
        play(room);
        rooms.abandon(room);
        rooms.abandon(room);
        assertThat(repository.count()).isZero();
    }

    @Test
    void onlyWaitingRoomsPastTheirLifetimeExpire() throws Exception {
        int young = create(1, 4).id();
        int old = create(2, 4).id();
        int playing = create(3, 4).id();
        play(playing);
        for (int room : List.of(old, playing)) {
            jdbc.update(
                    "update lobby.room set created_at = created_at - interval '601' second"
                            + " where id = ?",
                    room);
        }

        assertThat(
                        rooms.waitingSinceBefore(
                                Instant.now().minus(Duration.ofSeconds(600)), Limit.of(10)))
                .containsExactly(old);
        assertThat(rooms.expire(young)).isEmpty();
        assertThat(rooms.expire(playing)).isEmpty();
        List<Object> outcomes = together(4, i -> () -> rooms.expire(old));
        assertThat(outcomes).filteredOn(o -> ((Optional<?>) o).isPresent()).hasSize(1);
        assertThat(rooms.roomOf(2)).isEmpty();
    }

    @Test
    void listsAllRoomsWithTheirMembers() {
        int first = create(1, 4).id();
        int second = create(2, 4).id();
        rooms.join(first, player(3));

        List<RoomSnapshot> all =
                repository.findAllWithMembers(List.of(first, second)).stream()
                        .map(Room::snapshot)
                        .toList();

        assertThat(all).extracting(RoomSnapshot::id).containsExactly(second, first);
        assertThat(all.getLast().memberIds()).containsExactly(1, 3);
        assertThat(repository.findNewestIds(Limit.of(1))).containsExactly(second);
        assertThat(repository.countByState())
                .containsExactly(new RoomRepository.StateCount(RoomState.WAIT, 2));
        assertThat(repository.findWhereabouts(List.of(1, 3, 99)))
                .extracting(Whereabouts::roomId)
                .containsExactly(first, first);
        assertThat(repository.findCompanyInWaitingRoom(1)).containsExactly(3);
        play(first);
        assertThat(repository.findCompanyInWaitingRoom(1)).isEmpty();
        assertThat(repository.findMembers(List.of(RoomState.PLAY)))
                .extracting(Whereabouts::gameInstance)
                .containsExactly("game-1", "game-1");
    }

    private int memberCount(int room) {
        Integer count =
                jdbc.queryForObject(
                        "select member_count from lobby.room where id = ?", Integer.class, room);
        return count == null ? -1 : count;
    }

    private static void assertRejected(Callable<?> action, ErrorCode code) {
        assertThatThrownBy(action::call)
                .isInstanceOfSatisfying(
                        RequestRejectedException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
    }

    /** Runs actions at the same time; each comes out as its result or its error code. */
    private static List<Object> together(int count, IntFunction<Callable<?>> action)
            throws Exception {
        List<Future<Object>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                Callable<?> call = action.apply(i);
                running.add(threads.submit(() -> outcome(call)));
            }
        }
        List<Object> outcomes = new ArrayList<>();
        for (Future<Object> future : running) {
            outcomes.add(future.get());
        }
        return outcomes;
    }

    private static Object outcome(Callable<?> action) throws Exception {
        try {
            return action.call();
        } catch (RequestRejectedException rejection) {
            return rejection.code();
        }
    }
}
