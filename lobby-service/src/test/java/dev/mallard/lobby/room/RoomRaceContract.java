package dev.mallard.lobby.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Limit;

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

/** Many who want the same at the same time, on a real database. */
abstract class RoomRaceContract extends RoomStoreFixture {

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
