package dev.mallard.lobby;

import dev.mallard.protocol.link.message.DeclineSeat;
import dev.mallard.protocol.link.message.GameCreated;
import dev.mallard.protocol.link.message.GameEnded;
import dev.mallard.protocol.link.message.GameMoved;
import dev.mallard.protocol.link.message.GameNotCreated;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.PlayerLeft;

import java.util.Arrays;

/** What gateways and game services tell a lobby about games. */
public final class GameMessages {

    private GameMessages() {}

    public static LinkControl created(int gameId, String instance) {
        return LinkControl.newBuilder()
                .setGameCreated(
                        GameCreated.newBuilder().setGameId(gameId).setGameInstance(instance))
                .build();
    }

    public static LinkControl moved(int gameId, String from, String to, long fence) {
        return LinkControl.newBuilder()
                .setGameMoved(
                        GameMoved.newBuilder()
                                .setGameId(gameId)
                                .setFormerInstance(from)
                                .setGameInstance(to)
                                .setFence(fence))
                .build();
    }

    public static LinkControl notCreated(int gameId, String error) {
        return LinkControl.newBuilder()
                .setGameNotCreated(GameNotCreated.newBuilder().setGameId(gameId).setError(error))
                .build();
    }

    public static LinkControl ended(
            int gameId, String instance, String outcome, Integer... userIds) {
        return LinkControl.newBuilder()
                .setGameEnded(
                        GameEnded.newBuilder()
                                .setGameId(gameId)
                                .setGameInstance(instance)
                                .addAllUserIds(Arrays.asList(userIds))
                                .setStartedAt(1_000_000)
                                .setEndedAt(2_000_000)
                                .setOutcome(outcome)
                                .setWavesSurvived(3))
                .build();
    }

    /** A game that ends at this moment. */
    public static LinkControl endedNow(
            int gameId, String instance, String outcome, Integer... userIds) {
        LinkControl message = ended(gameId, instance, outcome, userIds);
        return message.toBuilder()
                .setGameEnded(
                        message.getGameEnded().toBuilder().setEndedAt(System.currentTimeMillis()))
                .build();
    }

    public static LinkControl playerLeft(int gameId, int userId) {
        return LinkControl.newBuilder()
                .setPlayerLeft(PlayerLeft.newBuilder().setGameId(gameId).setUserId(userId))
                .build();
    }

    public static LinkControl declined(int gameId, int userId, long sessionNumber) {
        return LinkControl.newBuilder()
                .setDeclineSeat(
                        DeclineSeat.newBuilder()
                                .setGameId(gameId)
                                .setUserId(userId)
                                .setSessionNumber(sessionNumber))
                .build();
    }
}
