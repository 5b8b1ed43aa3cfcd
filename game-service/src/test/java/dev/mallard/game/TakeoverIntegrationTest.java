package dev.mallard.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.game.TestGateway.Event;
import dev.mallard.protocol.link.message.GameMoved;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.PlayersEntered;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Games that go on at another service when theirs is dead, stops, or has been frozen. */
class TakeoverIntegrationTest extends TakeoverFixture {

    /** A service that does not renew by itself while a test lasts. */
    private static final String[] SLEEPY = {
        "--mallard.game.takeover.lease=60s", "--mallard.game.takeover.renew-interval=30s"
    };

    /** A service that may take the game of another one, whose lease is gone. */
    private Service heirOfADeadService() throws InterruptedException {
        createGame(start("game-a", SLEEPY));
        Service heir = start("game-b");
        revokeLease("game-a");
        return heir;
    }

    private static void chat(Service service, int player) {
        service.gateway.request(player, 1, "player_chatting_request { message: 'here' }");
    }

    @Test
    void aGameOfADeadServiceGoesOnElsewhere() throws InterruptedException {
        Service second = heirOfADeadService();

        GameMoved moved = second.gateway.control(BodyCase.GAME_MOVED).getGameMoved();
        second.gateway.send(
                "game_move_recorded { game_id: %d game_instance: 'game-b' }".formatted(game));
        PlayersEntered entered =
                second.gateway.control(BodyCase.PLAYERS_ENTERED).getPlayersEntered();
        assertThat(entered.getGameId()).isEqualTo(game);
        assertThat(entered.getGameInstance()).isEqualTo("game-b");
        assertThat(entered.getUserIdsList()).containsExactly(host, guest);
        assertThat(moved.getFormerInstance()).isEqualTo("game-a");
        assertThat(moved.getFence()).isEqualTo(entered.getFence());
        assertThat(second.gateway.packet(3006).receivers()).containsExactly(host);
        assertThat(second.gateway.packet(3006).receivers()).containsExactly(guest);
        chat(second, guest);
        assertThat(second.gateway.packet(4025).receivers()).containsExactly(host, guest);
        assertThat(second.count("adopted")).isEqualTo(1);
    }

    @Test
    void aMoveIsReportedUntilItIsRecorded() throws InterruptedException {
        Service second = heirOfADeadService();
        second.gateway.control(BodyCase.GAME_MOVED);
        second.gateway.control(BodyCase.GAME_MOVED);
        second.gateway.send(
                "game_move_recorded { game_id: %d game_instance: 'game-b' }".formatted(game));
        second.gateway.send("cancel_game { game_id: " + game + " }");
        second.gateway.packet(6003);
        second.gateway.rest();
        await().until(() -> "ended".equals(record("owner")));
    }

    @Test
    void aGameThatTheLobbyDoesNotWantIsForgottenWithoutAWord() throws InterruptedException {
        Service second = heirOfADeadService();
        second.gateway.control(BodyCase.GAME_MOVED);
        second.gateway.send("cancel_game { game_id: %d game_instance: 'game-b' }".formatted(game));
        await().until(() -> "ended".equals(record("owner")));
        assertThat(second.games().size()).isZero();
        assertThat(second.gateway.rest())
                .noneMatch(
                        event ->
                                event instanceof Event.Packet
                                        || event instanceof Event.Control(var message)
                                                && message.hasPlayersEntered());
    }

    @Test
    void aServiceThatWasFrozenDropsItsGameWithoutAWord() throws InterruptedException {
        Service frozen = start("game-a", SLEEPY);
        createGame(frozen);
        Service second = start("game-b");
        frozen.gateway.rest();
        revokeLease("game-a");
        second.gateway.control(BodyCase.PLAYERS_ENTERED);

        await().atMost(Duration.ofSeconds(20)).until(() -> frozen.games().size() == 0);
        assertThat(frozen.count("fenced")).isEqualTo(1);
        assertThat(frozen.gateway.rest())
                .noneMatch(
                        event ->
                                event instanceof Event.Control(var message)
                                        && (message.hasPlayersReleased()
                                                || message.hasGameEnded()));
        assertThat(second.games().size()).isEqualTo(1);
        assertThat(record("owner")).startsWith("game-b/");
    }

    @Test
    void aServiceThatStopsHandsItsGamesOver() throws InterruptedException {
        Service first = start("game-a");
        createGame(first);
        Service second = start("game-b");
        first.gateway.rest();
        first.context.close();

        assertThat(second.gateway.control(BodyCase.PLAYERS_ENTERED).getPlayersEntered().getGameId())
                .isEqualTo(game);
        chat(second, host);
        second.gateway.packet(4025);
        assertThat(first.gateway.rest())
                .noneMatch(
                        event ->
                                event instanceof Event.Control(var message)
                                        && (message.hasPlayersReleased()
                                                || message.hasGameEnded()));
        List<String> leases = redis(commands -> commands.keys("mallard:lease:game-a/*"));
        assertThat(leases).isEmpty();
    }

    @Test
    void aServiceThatStopsAloneEndsItsGames() throws InterruptedException {
        Service only = start("game-a");
        createGame(only);
        only.context.close();
        assertThat(only.gateway.control(BodyCase.GAME_ENDED).getGameEnded().getOutcome())
                .isEqualTo("STOPPED");
        await().until(() -> "ended".equals(record("owner")));
    }

    @Test
    void aFullServiceTakesAGameAsSoonAsThereIsRoom() throws InterruptedException {
        Service first = start("game-a", SLEEPY);
        createGame(first);
        Service second = start("game-b", "--mallard.game.max-games=1");
        second.gateway.logIn(7, 1);
        second.gateway.send(
                "create_game { room { room_id: 100000 owner_id: 7 name: 'Lake' max_user_num: 2"
                        + " users { user_id: 7 name: 'ann' } } }");
        second.gateway.packet(3003);
        revokeLease("game-a");
        awaitSnapshots(second);
        awaitSnapshots(second);
        assertThat(second.count("adopted")).isZero();

        second.gateway.send("cancel_game { game_id: 100000 }");
        assertThat(second.gateway.control(BodyCase.GAME_MOVED).getGameMoved().getGameId())
                .isEqualTo(game);
    }

    @Test
    void aGameThatCannotBeRestoredIsSetAside() throws InterruptedException {
        redis(
                commands ->
                        commands.hset(
                                "mallard:game:" + game,
                                Map.of(
                                        "owner", "game-x/1",
                                        "fence", "5",
                                        "instance", "game-x",
                                        "room", "\b\001",
                                        "snapshot", "nonsense")));
        redis(commands -> commands.sadd("mallard:games:game-x/1", String.valueOf(game)));
        redis(commands -> commands.sadd("mallard:services", "game-x/1"));
        Service service = start("game-a");
        await().atMost(Duration.ofSeconds(20)).until(() -> "unreadable".equals(record("owner")));
        assertThat(service.count("unreadable")).isEqualTo(1);
        assertThat(service.games().size()).isZero();
    }

    @Test
    void gamesGoOnWithoutTheStoreAndAreKeptAgainWhenItIsBack() throws Exception {
        Service first = start("game-a", "--mallard.game.takeover.outage-patience=500ms");
        createGame(first);
        Service second = start("game-b");
        stopRedis();
        await().atMost(Duration.ofSeconds(20)).until(() -> first.count("renewals.failed") >= 6);
        chat(first, host);
        first.gateway.packet(4025);

        openRedis();
        awaitSnapshots(first);
        await().atMost(Duration.ofSeconds(20)).until(() -> record("owner") != null);
        assertThat(record("owner")).startsWith("game-a/");
        awaitSnapshots(first);
        assertThat(second.count("adopted")).isZero();
        assertThat(first.count("fenced")).isZero();
    }
}
