package dev.mallard.bots.load.player;

import dev.mallard.bots.load.measure.Happening;
import dev.mallard.bots.load.measure.Kind;
import dev.mallard.bots.load.measure.Measurements;
import dev.mallard.bots.scenario.Account;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.S2CGamePrepareResponse;
import dev.mallard.protocol.message.S2CGameStartNotification;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One player. It can be told to do what players do; each of these methods takes the time at which it was
 * meant to be done, from which latencies count, and does nothing where it makes no sense. What the server
 * says comes in through its {@link Inbox}. On the event loop.
 */
public final class Player {

    private static final float SWORD_REACH = 9;
    private static final double MONSTER_STEP = 0.4;

    private final int number;
    private final Table table;
    private final int seat;
    private final Surroundings surroundings;
    private final Measurements measurements;
    private final Requests requests;
    private final Session session;
    private final Avatar avatar = new Avatar();
    private final Utterances utterances;
    private Scene scene = Scene.OFFLINE;
    private Runnable whenFree = () -> {};
    private int userId;
    private long gameSince;
    private int listings;

    /**
     * @param number from 0, the same in every run
     * @param table where the player sits, which this tells it
     */
    public Player(
            int number,
            Account account,
            Table table,
            Surroundings surroundings,
            RandomGenerator random) {
        this.number = number;
        this.table = table;
        this.surroundings = surroundings;
        this.measurements = surroundings.measurements();
        this.requests = new Requests(measurements, surroundings.answerTimeout());
        this.utterances = new Utterances(surroundings.run());
        this.session = new Session(this, account, surroundings, random);
        this.seat = table.seat(this);
    }

    public int number() {
        return number;
    }

    public Table table() {
        return table;
    }

    /** The player's place at the table, from 0. */
    int seat() {
        return seat;
    }

    public Scene scene() {
        return scene;
    }

    /** Whether the player is the one who creates the room and hosts the game. */
    public boolean host() {
        return table.hostedBy(this);
    }

    /** Whether the player has tried too often in vain, and takes part no more. */
    public boolean gaveUp() {
        return session.gaveUp();
    }

    /** Whether the player waits for an answer, so that it cannot know yet what to do next. */
    public boolean busy() {
        return !requests.none() || session.awaitsSeat();
    }

    /** Has something done as soon as the player is not busy any more, again and again. */
    public void whenFree(Runnable action) {
        whenFree = action;
    }

    /** How often the player has seen the rooms since it was last in one. */
    public int listings() {
        return listings;
    }

    /** When the present game began. */
    public long gameSince() {
        return gameSince;
    }

    // ---- What players do.

    /** Connects and logs in, and registers first if the account is new. */
    public void connect(long intended) {
        session.connect(intended);
    }

    /** Leaves for a while, whatever is going on. */
    public void rest() {
        session.rest();
    }

    /** Comes back after a rest. */
    public void wake(long intended) {
        session.wake(intended);
    }

    /** Closes the connection for good. */
    public void finish() {
        session.finish();
    }

    /** Leaves a game in the only way there is: by closing the connection; then logs in again. */
    public void leaveGame(long intended) {
        if (scene == Scene.GAME || scene == Scene.PREPARED) {
            session.reconnect(intended);
        }
    }

    public void listRooms(long intended) {
        request(Kind.LIST_ROOMS, GameRequests.LIST_ROOMS, intended);
    }

    /** Creates the room of the table. */
    public void createRoom(long intended) {
        String name = "table " + table.number();
        int capacity = Math.max(2, table.seats().size());
        request(Kind.CREATE_ROOM, GameRequests.createRoom(name, capacity), intended);
    }

    /** Joins the room of the table. */
    public void joinRoom(long intended) {
        request(Kind.JOIN_ROOM, GameRequests.joinRoom(table.roomId()), intended);
    }

    public void leaveRoom(long intended) {
        request(Kind.LEAVE_ROOM, GameRequests.LEAVE_ROOM, intended);
    }

    /** Has the game of the room created; it is started as soon as it is there. */
    public void prepareGame(long intended) {
        request(Kind.PREPARE_GAME, GameRequests.PREPARE_GAME, intended);
    }

    public void say(long intended) {
        request(Kind.CHAT, GameRequests.chat(utterances.next(intended)), intended);
    }

    /** Walks a step on. */
    public void step(long intended) {
        if (avatar.alive()) {
            avatar.step(intended);
            send(GameRequests.position(avatar.x(), avatar.y()), intended);
        }
    }

    /** Hits the nearest monster, or the air if none is in reach. */
    public void strike(long intended) {
        if (!avatar.alive()) {
            return;
        }
        MonsterPositionData monster = table.field().nearest(avatar.x(), avatar.y(), SWORD_REACH);
        GamePacket blow =
                monster == null
                        ? GameRequests.swing(
                                (float) Math.cos(avatar.angle()), (float) Math.sin(avatar.angle()))
                        : GameRequests.hit(monster, avatar.x(), avatar.y());
        send(blow, intended);
    }

    /** Eats an apple if there is one, else draws the sword or puts it away. */
    public void handleItem(long intended) {
        if (!avatar.alive()) {
            return;
        }
        if (avatar.armed()) {
            avatar.armed(false);
            request(Kind.TAKE_OFF, GameRequests.takeOff(Avatar.SWORD), intended);
        } else {
            boolean hungry = avatar.takeApple();
            avatar.armed(!hungry);
            int item = hungry ? Avatar.APPLE : Avatar.SWORD;
            request(Kind.USE_ITEM, GameRequests.useItem(item), intended);
        }
    }

    /** As the host: moves the monsters around the players. */
    public void herdMonsters(long intended) {
        if (!host()) {
            return;
        }
        List<MonsterPositionData> moved = table.field().step(intended / 1e9, MONSTER_STEP);
        if (!moved.isEmpty()) {
            send(GameRequests.moveMonsters(moved), intended);
        }
    }

    /** As the host: has the monsters at the core hit it, which ends the game after some times. */
    public void besiegeCore(long intended) {
        if (host()) {
            for (int monster : table.field().besiegers()) {
                send(GameRequests.hitCore(monster), intended);
            }
        }
    }

    /** Looks whether a request waits for too long; to be called now and then. */
    public void checkTimeout() {
        if (requests.lost(surroundings.now())) {
            session.startAnew();
        }
    }

    // ---- What happens to them, told by session and inbox.

    int userId() {
        return userId;
    }

    Requests requests() {
        return requests;
    }

    Avatar avatar() {
        return avatar;
    }

    Utterances utterances() {
        return utterances;
    }

    void request(Kind kind, GamePacket packet, long intended) {
        if (session.open()) {
            requests.sent(kind, intended, surroundings.now());
            transmit(packet, intended);
        }
    }

    /** Sends something that is answered only if there is something wrong with it. */
    void send(GamePacket packet, long intended) {
        if (session.open()) {
            requests.sentWithoutAnswer(surroundings.now());
            transmit(packet, intended);
        }
    }

    private void transmit(GamePacket packet, long intended) {
        measurements.packetSent(surroundings.now() - intended);
        session.send(packet);
    }

    /** An answer has come: what waited for it may go on. */
    void answered(Kind kind) {
        requests.answered(kind, surroundings.now());
        free();
    }

    void free() {
        if (!busy()) {
            whenFree.run();
        }
    }

    void loggedIn(int newUserId) {
        userId = newUserId;
        surroundings.roster().add(newUserId, this);
        scene = Scene.LOBBY;
        listings = 0;
    }

    void sawRooms() {
        listings++;
    }

    void enteredRoom() {
        scene = Scene.ROOM;
        listings = 0;
    }

    void createdRoom(int roomId) {
        table.opened(roomId, surroundings.now());
        enteredRoom();
    }

    void leftRoom() {
        if (host()) {
            table.close();
        }
        scene = Scene.LOBBY;
    }

    void gamePrepared() {
        table.close();
        scene = Scene.PREPARED;
    }

    /** As the host: chooses all places and starts the game. */
    void startGame(S2CGamePrepareResponse prepared) {
        GamePacket start =
                GamePacket.newBuilder().setGameStartRequest(StartPlaces.of(prepared)).build();
        request(Kind.START_GAME, start, surroundings.now());
    }

    void gameStarted(S2CGameStartNotification start) {
        boolean seatKept = scene == Scene.LOBBY && session.awaitsSeat();
        if (scene != Scene.PREPARED && !seatKept) {
            // A seat that an earlier run has left: the next lobby packet gives it up.
            return;
        }
        if (seatKept) {
            session.seatTaken();
            measurements.happened(Happening.SEAT_RESUMED);
        } else if (host()) {
            measurements.happened(Happening.GAME_STARTED);
        }
        if (host()) {
            table.field().started(start);
        }
        scene = Scene.GAME;
        gameSince = surroundings.now();
    }

    void gameEnded() {
        requests.gameEnded();
        if (host()) {
            measurements.happened(Happening.GAME_ENDED);
            table.close();
        }
        scene = Scene.LOBBY;
        listings = 0;
        free();
    }

    void wentOffline() {
        if (host()) {
            table.close();
        }
        requests.closed();
        scene = Scene.OFFLINE;
    }
}
