package dev.mallard.lobby.room;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The stored rooms. Every query uses an index; none reads members row by row. */
public interface RoomRepository extends JpaRepository<Room, Integer> {

    /** How many rooms are in a state. */
    record StateCount(RoomState state, long rooms) {}

    /** Which version of a room is stored. */
    record Stamp(int id, long version) {}

    /** A room id that was never used before and never will be again. */
    @Query(value = "select nextval('lobby.room_id')", nativeQuery = true)
    long nextId();

    @Query("select r from Room r left join fetch r.members m where r.id = :id order by m.seat")
    Optional<Room> findWithMembers(int id);

    /** The versions of all rooms, in the order of creation. */
    @Query(
            "select new dev.mallard.lobby.room.RoomRepository$Stamp(r.id, r.version)"
                    + " from Room r order by r.id")
    List<Stamp> findStamps();

    @Query("select r.id from Room r order by r.id desc")
    List<Integer> findNewestIds(Limit limit);

    /** Rooms with their members, the newest first. */
    @Query(
            "select r from Room r left join fetch r.members m where r.id in :ids"
                    + " order by r.id desc, m.seat")
    List<Room> findAllWithMembers(Collection<Integer> ids);

    @Query("select m.room.id from RoomMember m where m.userId = :userId")
    Optional<Integer> findRoomIdOf(int userId);

    @Query(
            "select new dev.mallard.lobby.room.Whereabouts("
                    + "m.userId, m.sessionNumber, r.id, r.state, r.gameInstance)"
                    + " from RoomMember m join m.room r where m.userId in :userIds")
    List<Whereabouts> findWhereabouts(Collection<Integer> userIds);

    /** The other members of the user's room, if it waits. */
    @Query(
            "select other.userId from RoomMember own join own.room r join r.members other"
                    + " where own.userId = :userId and other.userId <> :userId"
                    + " and r.state = dev.mallard.lobby.room.RoomState.WAIT")
    List<Integer> findCompanyInWaitingRoom(int userId);

    /** Rooms that wait since before a moment, the oldest first. */
    @Query(
            "select r.id from Room r where r.state = dev.mallard.lobby.room.RoomState.WAIT"
                    + " and r.createdAt < :moment order by r.createdAt")
    List<Integer> findWaitingCreatedBefore(Instant moment, Limit limit);

    /** Rooms that are in a state since before a moment, the oldest first. */
    @Query(
            "select r.id from Room r where r.state = :state and r.stateSince < :moment"
                    + " order by r.stateSince")
    List<Integer> findInStateSinceBefore(RoomState state, Instant moment, Limit limit);

    /** The members of all rooms in some states. */
    @Query(
            "select new dev.mallard.lobby.room.Whereabouts("
                    + "m.userId, m.sessionNumber, r.id, r.state, r.gameInstance)"
                    + " from RoomMember m join m.room r where r.state in :states")
    List<Whereabouts> findMembers(Collection<RoomState> states);

    @Query(
            "select new dev.mallard.lobby.room.RoomRepository$StateCount(r.state, count(r))"
                    + " from Room r group by r.state")
    List<StateCount> countByState();
}
