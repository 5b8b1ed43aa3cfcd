package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;

import dev.mallard.bots.client.GameClient;
import dev.mallard.bots.client.PlayerActions;

import java.time.Duration;

/**
 * One player with everything that it was sent.
 *
 * @param loginNanos when its login was sent, a {@link System#nanoTime} reading
 */
record MatchPlayer(
        String name,
        int userId,
        GameClient client,
        PlayerActions actions,
        GameView view,
        long loginNanos)
        implements AutoCloseable {

    /** Logs in with a new account. */
    static MatchPlayer newAt(int port, String name) throws InterruptedException {
        GameClient client = Players.connect(port);
        client.register(Players.email(name), Players.PASSWORD, name);
        return logIn(client, name);
    }

    /** Logs in with an account that exists. */
    static MatchPlayer returningAt(int port, String name) throws InterruptedException {
        return logIn(Players.connect(port), name);
    }

    private static MatchPlayer logIn(GameClient client, String name) throws InterruptedException {
        GameView view = new GameView();
        client.onNotification(Message.class, view::apply);
        long sent = System.nanoTime();
        int userId = client.login(Players.email(name), Players.PASSWORD).getUser().getUserId();
        return new MatchPlayer(name, userId, client, new PlayerActions(client), view, sent);
    }

    /**
     * Logs in again and waits until the player has the state of its game and is seen in it.
     *
     * @return the player, who is in the game
     */
    MatchPlayer comeBackAt(int port) throws InterruptedException {
        MatchPlayer back = returningAt(port, name);
        assertThat(back.userId).isEqualTo(userId);
        await(name + " to be in the game again")
                .pollInterval(Duration.ofMillis(5))
                .atMost(Players.PATIENCE)
                .until(() -> back.view.starts() == 1 && back.view.present().contains(userId));
        return back;
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
