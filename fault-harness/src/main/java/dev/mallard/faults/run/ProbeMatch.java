package dev.mallard.faults.run;

import dev.mallard.bots.client.GameClient;
import dev.mallard.bots.client.PlayerActions;
import dev.mallard.bots.client.ServerErrorException;
import dev.mallard.bots.scenario.Account;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.message.S2CPlayerChattingNotification;

import java.time.Duration;
import java.util.List;

/**
 * Finds out whether everything works: two players log in, one makes a room and the other joins it, a game is created and
 * started, and what one says in it both hear. One thread.
 */
final class ProbeMatch {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** The services have just started, and nothing of them is warm. */
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(30);

    private static final Account HOST = Account.ofBot("probe", "host");
    private static final Account GUEST = Account.ofBot("probe", "guest");

    private int count;

    /** Makes the accounts. */
    void register(int port) throws InterruptedException {
        for (Account account : List.of(HOST, GUEST)) {
            try (GameClient client = GameClient.connect("localhost", port, FIRST_PATIENCE)) {
                client.register(account.email(), account.password(), account.nickname());
            }
        }
    }

    /**
     * Plays it once.
     *
     * @throws dev.mallard.bots.client.GameClientException if anything does not work
     */
    void play(int hostPort, int guestPort) throws InterruptedException {
        count++;
        try (GameClient host = loggedIn(hostPort, HOST);
                GameClient guest = loggedIn(guestPort, GUEST)) {
            leaveRoom(host);
            leaveRoom(guest);
            TwoPlayerMatch.start(host, guest, PATIENCE);
            String words = "probe " + count;
            new PlayerActions(host).chat(words);
            for (GameClient player : List.of(host, guest)) {
                player.awaitNotification(
                        S2CPlayerChattingNotification.class,
                        chat -> chat.getMessage().equals(words),
                        PATIENCE);
            }
        }
    }

    private static GameClient loggedIn(int port, Account account) throws InterruptedException {
        GameClient client = connect(port);
        try {
            client.login(account.email(), account.password());
            return client;
        } catch (RuntimeException | InterruptedException failure) {
            client.close();
            throw failure;
        }
    }

    /** A seat or a place that an earlier attempt has left is given up. */
    private static void leaveRoom(GameClient client) throws InterruptedException {
        try {
            client.leave();
        } catch (ServerErrorException error) {
            if (!error.is(ErrorCode.NOT_IN_ROOM)) {
                throw error;
            }
        }
    }

    private static GameClient connect(int port) {
        return GameClient.connect("localhost", port, PATIENCE);
    }
}
