package dev.mallard.bots.load.player;

import dev.mallard.bots.load.measure.Happening;
import dev.mallard.bots.load.measure.Kind;
import dev.mallard.bots.load.measure.Measurements;
import dev.mallard.bots.scenario.Account;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.message.GamePacket;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Keeps a player connected and logged in: registers it when its account is new, waits and tries again when
 * the server is busy or the connection is lost, and gives up after too many attempts in a row. On the event loop.
 */
final class Session {

    /** How long after a login the seat of a game may be offered that the player lost. */
    private static final long SEAT_OFFER = Duration.ofSeconds(1).toNanos();

    private final Player player;
    private final Account account;
    private final Surroundings surroundings;
    private final Measurements measurements;
    private final BackOff backOff;
    private final Inbox inbox;
    private @Nullable Wire wire;
    private long connectIntended;
    private boolean lost;
    private boolean registered;
    private boolean closing;
    private boolean inDoubt;
    private boolean connecting;
    private boolean resting;
    private boolean finished;
    private boolean gaveUp;
    private boolean toldToGo;
    private boolean seatLost;
    private int gateway;
    private long seatOfferUntil;

    Session(Player player, Account account, Surroundings surroundings, RandomGenerator random) {
        this.player = player;
        this.account = account;
        this.surroundings = surroundings;
        this.measurements = surroundings.measurements();
        this.backOff = new BackOff(random, surroundings.wires().attempts());
        this.gateway = player.number();
        this.inbox = new Inbox(player, this, surroundings);
    }

    boolean open() {
        return wire != null;
    }

    boolean gaveUp() {
        return gaveUp;
    }

    void send(GamePacket packet) {
        Wire open = wire;
        if (open != null) {
            open.send(packet);
        }
    }

    void connect(long intended) {
        if (finished || gaveUp || resting || connecting || open()) {
            return;
        }
        connecting = true;
        connectIntended = intended;
        closing = false;
        inDoubt = false;
        toldToGo = false;
        surroundings.wires().open(gateway, inbox, opened -> wire = opened);
    }

    /** Closes the connection and makes another. */
    void reconnect(long intended) {
        seatLost = false;
        closing = true;
        connectIntended = intended;
        closeWire();
    }

    /** As {@link #reconnect}, but not at once: something was not as it should be. */
    void startAnew() {
        inDoubt = true;
        reconnect(surroundings.now());
    }

    /** Closes the connection and stays away until it is woken. */
    void rest() {
        resting = true;
        closing = true;
        closeWire();
    }

    /** Comes back after {@link #rest}; a connection that is still closing is waited for. */
    void wake(long intended) {
        resting = false;
        connect(intended);
    }

    void finish() {
        finished = true;
        closing = true;
        closeWire();
    }

    private void closeWire() {
        Wire open = wire;
        if (open != null) {
            open.close();
        }
    }

    // ---- What the inbox tells.

    void opened() {
        connecting = false;
        surroundings.connected();
        if (lost) {
            lost = false;
            measurements.happened(Happening.RECONNECT);
        }
        if (finished || resting) {
            closing = true;
            closeWire();
            return;
        }
        player.request(Kind.LOGIN, GameRequests.login(account), connectIntended);
    }

    void registered() {
        registered = true;
        measurements.happened(Happening.ACCOUNT_REGISTERED);
        player.request(Kind.LOGIN, GameRequests.login(account), surroundings.now());
    }

    void loggedIn(int userId) {
        registered = true;
        backOff.succeeded();
        seatOfferUntil = seatLost ? surroundings.now() + SEAT_OFFER : Long.MIN_VALUE;
        player.loggedIn(userId);
    }

    /** Whether the player's seat in a game may still be offered, so that nothing should be sent yet. */
    boolean awaitsSeat() {
        if (seatLost && player.scene() == Scene.LOBBY && surroundings.now() >= seatOfferUntil) {
            seatLost = false;
        }
        return seatLost && player.scene() == Scene.LOBBY;
    }

    void seatTaken() {
        seatLost = false;
    }

    /** The server has refused a registration or a login. */
    void refused(Kind kind, String identifier) {
        if (kind == Kind.LOGIN && !registered && identifier.equals(ErrorCode.LOGIN_FAILED.name())) {
            register(surroundings.now());
            return;
        }
        if (identifier.equals(ErrorCode.SERVER_BUSY.name())) {
            measurements.happened(Happening.LOGIN_BACK_OFF);
            later(backOff.busyNanos(), () -> repeat(kind));
        } else {
            measurements.error(identifier);
            tryLater(() -> repeat(Kind.LOGIN));
        }
    }

    private void repeat(Kind kind) {
        if (!open() || closing) {
            return;
        }
        long now = surroundings.now();
        if (kind == Kind.REGISTER) {
            register(now);
        } else {
            player.request(Kind.LOGIN, GameRequests.login(account), now);
        }
    }

    private void register(long intended) {
        player.request(Kind.REGISTER, GameRequests.register(account), intended);
    }

    void toldToGo() {
        toldToGo = true;
    }

    void failed() {
        connecting = false;
        if (!finished && !resting) {
            gateway++;
            surroundings.connectFailed();
            measurements.error(Measurements.CONNECT_FAILED);
            tryLater(() -> connect(surroundings.now()));
        }
    }

    void closed() {
        wire = null;
        seatLost = !closing && player.scene() == Scene.GAME;
        player.wentOffline();
        if (finished || gaveUp || resting) {
            return;
        }
        if (closing && !inDoubt) {
            connect(connectIntended);
            return;
        }
        lost = true;
        gateway++;
        if (inDoubt) {
            tryLater(() -> connect(surroundings.now()));
            return;
        }
        measurements.error(toldToGo ? ErrorIdentifiers.GET_OUT : Measurements.CONNECTION_LOST);
        tryLater(() -> connect(surroundings.now()));
    }

    private void tryLater(Runnable attempt) {
        if (backOff.exhausted()) {
            gaveUp = true;
            measurements.error(Measurements.GAVE_UP);
            closeWire();
            return;
        }
        later(backOff.nextNanos(), attempt);
    }

    private void later(long nanos, Runnable attempt) {
        surroundings.wires().loop().schedule(attempt, nanos, TimeUnit.NANOSECONDS);
    }
}
