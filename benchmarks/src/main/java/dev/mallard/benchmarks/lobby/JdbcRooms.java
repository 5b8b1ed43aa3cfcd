package dev.mallard.benchmarks.lobby;

import dev.mallard.benchmarks.lobby.RoomOperation.Step;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The yardstick: the same operations as the fewest statements that keep the rules, one transaction each, in a
 * loop on one connection. No links, no users, no objects. Confined to one thread.
 */
final class JdbcRooms implements AutoCloseable {

    private static final int FIRST_USER = 1_000_000;
    private static final int INSTANCE_USERS = 1_000;

    private final Connection connection;
    private final int firstUser;
    private int roomId;
    private int step;

    /**
     * @param number which of the connections it is; each has users of its own
     */
    JdbcRooms(Connection connection, int number) throws SQLException {
        this.connection = connection;
        this.firstUser = FIRST_USER + number * INSTANCE_USERS;
        connection.setAutoCommit(false);
    }

    /** Does the next operation, and says which it was. */
    RoomOperation next() throws SQLException {
        Step now = RoomOperation.LIFE.get(step);
        int user = firstUser + now.seat();
        switch (now.operation()) {
            case CREATE -> create(user);
            case JOIN -> join(user, now.seat());
            case LIST -> query("select id, version from lobby.room order by id");
            case LEAVE -> leave(user);
            case PREPARE -> prepare();
            case END -> end();
        }
        connection.commit();
        step = (step + 1) % RoomOperation.LIFE.size();
        return now.operation();
    }

    /** Whether the last room is gone, and the next one not there yet. */
    boolean betweenRooms() {
        return step == 0;
    }

    private void create(int user) throws SQLException {
        roomId = query("select nextval('lobby.room_id')");
        query("select room_id from lobby.room_member where user_id = ?", user);
        query("select count(*) from lobby.room");
        OffsetDateTime now = now();
        update(
                "insert into lobby.room (id, name, capacity, owner_id, state, member_count,"
                    + " created_at, state_since, version) values (?, ?, 4, ?, 'WAIT', 1, ?, ?, 0)",
                roomId,
                "Pond " + firstUser,
                user,
                now,
                now);
        insertMember(user, 0);
    }

    private void join(int user, int seat) throws SQLException {
        query("select room_id from lobby.room_member where user_id = ?", user);
        readRoom();
        insertMember(user, seat);
        update(
                "update lobby.room set member_count = member_count + 1, version = version + 1"
                        + " where id = ? and state = 'WAIT' and member_count < capacity",
                roomId);
    }

    private void insertMember(int user, int seat) throws SQLException {
        update(
                "insert into lobby.room_member (user_id, room_id, nickname, seat, session_number)"
                        + " values (?, ?, ?, ?, 1)",
                user,
                roomId,
                "user" + user,
                seat);
    }

    private void leave(int user) throws SQLException {
        query("select room_id from lobby.room_member where user_id = ?", user);
        readRoom();
        update("delete from lobby.room_member where user_id = ?", user);
        update(
                "update lobby.room set member_count = member_count - 1, version = version + 1"
                        + " where id = ?",
                roomId);
    }

    private void prepare() throws SQLException {
        query("select room_id from lobby.room_member where user_id = ?", firstUser);
        readRoom();
        setState("PREPARE", "WAIT");
    }

    private void end() throws SQLException {
        readRoom();
        setState("PLAY", "PREPARE");
        connection.commit();
        readRoom();
        OffsetDateTime now = now();
        update(
                "insert into lobby.played_match (game_id, game_instance, started_at, ended_at,"
                    + " outcome, waves_survived, version) values (?, 'game-1', ?, ?, 'CLEARED', 0,"
                    + " 0)",
                roomId,
                now,
                now);
        for (int seat = 0; seat < RoomOperation.CREW - 1; seat++) {
            update(
                    "insert into lobby.played_match_player (game_id, user_id) values (?, ?)",
                    roomId,
                    firstUser + seat);
        }
        update("delete from lobby.room_member where room_id = ?", roomId);
        update("delete from lobby.room where id = ?", roomId);
    }

    private void setState(String next, String last) throws SQLException {
        update(
                "update lobby.room set state = ?, state_since = ?, version = version + 1"
                        + " where id = ? and state = ?",
                next,
                now(),
                roomId,
                last);
    }

    private void readRoom() throws SQLException {
        query(
                "select * from lobby.room r left join lobby.room_member m on m.room_id = r.id"
                        + " where r.id = ? order by m.seat",
                roomId);
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    /** The first number of the last row, or 0. */
    private int query(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            int first = 0;
            while (rows.next()) {
                first = rows.getInt(1);
            }
            return first;
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            if (statement.executeUpdate() == 0) {
                throw new SQLException("nothing has changed: " + sql);
            }
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
