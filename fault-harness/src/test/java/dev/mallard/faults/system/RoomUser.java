package dev.mallard.faults.system;

import dev.mallard.bots.client.ConnectionEndedException;
import dev.mallard.bots.client.GameClient;
import dev.mallard.bots.client.ResponseTimeoutException;
import dev.mallard.bots.client.ServerErrorException;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.User;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A user who makes, enters and leaves rooms, and keeps an account of every request. It asks for nothing more
 * once a request has been lost: nobody can say whether that one has had its effect. One thread at a time, but
 * any may look at the account.
 */
final class RoomUser implements AutoCloseable {

    /** The place of those who are in no room. */
    static final int LOBBY = 0;

    /** What is answered so may have happened or not. */
    private static final Set<ErrorCode> UNDECIDED =
            Set.of(ErrorCode.LOBBY_UNAVAILABLE, ErrorCode.SERVER_BUSY, ErrorCode.INTERNAL_ERROR);

    private final GameClient client;
    private final User user;
    private final List<Entry> account = new CopyOnWriteArrayList<>();
    private int room = LOBBY;
    private @Nullable Entry lost;

    enum Kind {
        CREATE,
        JOIN,
        LEAVE
    }

    enum Outcome {
        SUCCESS,
        REFUSED,
        LOST
    }

    /**
     * @param room what was asked for; of a room that was to be made its id, if that was answered
     */
    record Entry(Kind kind, int room, Outcome outcome) {}

    @FunctionalInterface
    private interface Ask {
        int run() throws InterruptedException;
    }

    private RoomUser(GameClient client, User user) {
        this.client = client;
        this.user = user;
    }

    /** A user with a new account. */
    static RoomUser loggedIn(SuiteProcesses suite, String name) throws InterruptedException {
        GameClient client = suite.connect();
        client.register(Players.email(name), Players.PASSWORD, name);
        return new RoomUser(client, client.login(Players.email(name), Players.PASSWORD).getUser());
    }

    int id() {
        return user.getUserId();
    }

    GameClient client() {
        return client;
    }

    /** Everything that was asked, in order. */
    List<Entry> account() {
        return List.copyOf(account);
    }

    /** The room in which the user is according to the answers. */
    int room() {
        return room;
    }

    boolean hasLostARequest() {
        return lost != null;
    }

    void create(String name, int capacity) throws InterruptedException {
        ask(Kind.CREATE, LOBBY, () -> client.createRoom(name, capacity).getRoom().getRoomId());
    }

    void join(int id) throws InterruptedException {
        ask(Kind.JOIN, id, () -> client.join(id).getRoom().getRoomId());
    }

    void leave() throws InterruptedException {
        ask(
                Kind.LEAVE,
                room,
                () -> {
                    client.leave();
                    return LOBBY;
                });
    }

    private void ask(Kind kind, int about, Ask request) throws InterruptedException {
        Outcome outcome = Outcome.LOST;
        int place = room;
        try {
            place = request.run();
            outcome = Outcome.SUCCESS;
        } catch (ServerErrorException error) {
            outcome = UNDECIDED.stream().anyMatch(error::is) ? Outcome.LOST : Outcome.REFUSED;
        } catch (ResponseTimeoutException | ConnectionEndedException unanswered) {
            // Lost.
        }
        Entry entry = new Entry(kind, kind == Kind.CREATE ? place : about, outcome);
        account.add(entry);
        room = place;
        if (outcome == Outcome.LOST) {
            lost = entry;
        }
    }

    /**
     * Whether a place is one in which the user can be, after all that was answered.
     *
     * @param actual the room in which the user is, or null
     */
    boolean canBeIn(@Nullable RoomData actual) {
        int place = actual == null ? LOBBY : actual.getRoomId();
        if (place == room) {
            return true;
        }
        return lost != null
                && switch (lost.kind()) {
                    case CREATE -> actual != null && actual.getOwnerId() == id();
                    case JOIN -> place == lost.room();
                    case LEAVE -> place == LOBBY;
                };
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return user.getName() + " in " + room + " after " + account.size() + ", lost " + lost;
    }
}
