package dev.mallard.bots.scenario;

import dev.mallard.bots.client.GameClient;
import dev.mallard.bots.client.ServerErrorException;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.S2CLoginResponse;

/** The way of a bot into a room: account, login, room. */
final class Lobby {

    private final MatchSettings settings;
    private final Narrator narrator;

    Lobby(MatchSettings settings, Narrator narrator) {
        this.settings = settings;
        this.narrator = narrator;
    }

    /** Connects and logs in, with a new account if there is none yet. */
    BotPlayer enter(Account account) throws InterruptedException {
        GameClient client =
                GameClient.connect(settings.host(), settings.port(), settings.timeout());
        try {
            boolean registered = register(client, account);
            S2CLoginResponse login = client.login(account.email(), account.password());
            narrator.say(
                    "%s %s and logs in as player %d"
                            .formatted(
                                    account.nickname(),
                                    registered ? "registers" : "is registered",
                                    login.getUser().getUserId()));
            return new BotPlayer(client, login.getUser());
        } catch (RuntimeException | InterruptedException failure) {
            client.close();
            throw failure;
        }
    }

    private static boolean register(GameClient client, Account account)
            throws InterruptedException {
        try {
            client.register(account.email(), account.password(), account.nickname());
            return true;
        } catch (ServerErrorException error) {
            if (error.is(ErrorCode.EMAIL_TAKEN) || error.is(ErrorCode.NICKNAME_TAKEN)) {
                return false;
            }
            throw error;
        }
    }

    /** Creates a room; a room that an earlier, broken match has left behind is left first. */
    RoomData createRoom(BotPlayer owner, String name, int capacity) throws InterruptedException {
        try {
            return owner.client().createRoom(name, capacity).getRoom();
        } catch (ServerErrorException error) {
            if (!error.is(ErrorCode.ALREADY_IN_ROOM)) {
                throw error;
            }
            owner.client().leave();
            return owner.client().createRoom(name, capacity).getRoom();
        }
    }

    void join(BotPlayer player, int roomId) throws InterruptedException {
        try {
            player.client().join(roomId);
        } catch (ServerErrorException error) {
            if (!error.is(ErrorCode.ALREADY_IN_ROOM)) {
                throw error;
            }
            player.client().leave();
            player.client().join(roomId);
        }
        narrator.say(player.name() + " joins room " + roomId);
    }
}
