package dev.mallard.bots.load.player;

import dev.mallard.bots.load.measure.Happening;
import dev.mallard.bots.load.measure.Kind;
import dev.mallard.bots.load.measure.Measurements;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.Packets;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.PlayerPositionData;
import dev.mallard.protocol.message.S2CGameStartNotification;
import dev.mallard.protocol.message.S2CPlayerChattingNotification;
import dev.mallard.protocol.message.S2CPlayerRevivalNotification;

import io.netty.buffer.ByteBuf;

import org.jspecify.annotations.Nullable;

/**
 * Takes in what the server sends to a player. Only packets that tell something are parsed; the others are
 * counted. On the event loop.
 */
final class Inbox implements WireListener {

    private final Player player;
    private final Session session;
    private final Surroundings surroundings;
    private final Measurements measurements;
    private final Sightings sightings;

    Inbox(Player player, Session session, Surroundings surroundings) {
        this.player = player;
        this.session = session;
        this.surroundings = surroundings;
        this.measurements = surroundings.measurements();
        this.sightings = new Sightings(player, surroundings);
    }

    @Override
    public void opened() {
        session.opened();
    }

    @Override
    public void failed() {
        session.failed();
    }

    @Override
    public void closed() {
        session.closed();
    }

    @Override
    public void received(int packetType, ByteBuf payload) {
        measurements.packetReceived();
        PacketType type = PacketCatalogue.get().find(packetType);
        if (type == null || !tells(type)) {
            return;
        }
        try {
            handle(type, Packets.parse(type, payload.nioBuffer()));
        } catch (RequestRejectedException unreadable) {
            measurements.error(Measurements.MALFORMED);
            session.startAnew();
        }
    }

    /** Whether a packet is worth to be parsed. */
    private boolean tells(PacketType type) {
        return switch (type) {
            case REGISTER_RESPONSE,
                    LOGIN_RESPONSE,
                    S_GET_OUT,
                    CREATE_ROOM_RESPONSE,
                    JOIN_ROOM_RESPONSE,
                    GET_ROOM_LIST_RESPONSE,
                    LEAVE_ROOM_RESPONSE,
                    PREPARE_GAME_RESPONSE,
                    PREPARE_GAME_NOTIFICATION,
                    START_GAME_NOTIFICATION,
                    S_PLAYER_POSITION_UPDATE_NOTIFICATION,
                    S_PLAYER_CHATTING_NOTIFICATION,
                    S_PLAYER_EAT_FOOD_RESPONSE,
                    S_PLAYER_EQUIP_WEAPON_RESPONSE,
                    S_ITEM_DETACHMENT_NOTIFICATION,
                    S_PLAYER_DEATH_NOTIFICATION,
                    S_PLAYER_REVIVAL_NOTIFICATION,
                    S_GAME_OVER_NOTIFICATION,
                    S_GAME_CLEAR_NOTIFICATION,
                    S_ERROR_NOTIFICATION ->
                    true;
            case S_MONSTER_SPAWN_REQUEST, S_MONSTER_DEATH_NOTIFICATION -> player.host();
            default -> false;
        };
    }

    private void handle(PacketType type, GamePacket packet) {
        switch (type) {
            case REGISTER_RESPONSE -> {
                player.answered(Kind.REGISTER);
                session.registered();
            }
            case LOGIN_RESPONSE -> {
                session.loggedIn(packet.getLoginResponse().getUser().getUserId());
                player.answered(Kind.LOGIN);
            }
            case S_GET_OUT -> session.toldToGo();
            case S_ERROR_NOTIFICATION ->
                    refused(ErrorIdentifiers.of(packet.getErrorNotification()));
            case GET_ROOM_LIST_RESPONSE -> {
                player.sawRooms();
                player.answered(Kind.LIST_ROOMS);
            }
            case CREATE_ROOM_RESPONSE -> {
                player.createdRoom(packet.getCreateRoomResponse().getRoom().getRoomId());
                player.answered(Kind.CREATE_ROOM);
            }
            case JOIN_ROOM_RESPONSE -> {
                player.enteredRoom();
                player.answered(Kind.JOIN_ROOM);
            }
            case LEAVE_ROOM_RESPONSE -> {
                player.leftRoom();
                player.answered(Kind.LEAVE_ROOM);
            }
            default -> handleGame(type, packet);
        }
    }

    private void handleGame(PacketType type, GamePacket packet) {
        switch (type) {
            case PREPARE_GAME_RESPONSE -> {
                // In this order: else the player looks free in between, and asks again.
                player.startGame(packet.getGamePrepareResponse());
                player.answered(Kind.PREPARE_GAME);
            }
            case PREPARE_GAME_NOTIFICATION -> player.gamePrepared();
            case START_GAME_NOTIFICATION -> started(packet.getGameStartNotification());
            case S_PLAYER_POSITION_UPDATE_NOTIFICATION ->
                    sightings.saw(
                            packet.getPlayerPositionUpdateNotification().getPlayerPositionsList());
            case S_PLAYER_CHATTING_NOTIFICATION -> heard(packet.getPlayerChattingNotification());
            case S_PLAYER_EAT_FOOD_RESPONSE ->
                    ownAnswer(packet.getPlayerEatFoodResponse().getPlayerId(), Kind.USE_ITEM);
            case S_PLAYER_EQUIP_WEAPON_RESPONSE ->
                    ownAnswer(packet.getPlayerEquipWeaponResponse().getPlayerId(), Kind.USE_ITEM);
            case S_ITEM_DETACHMENT_NOTIFICATION ->
                    ownAnswer(packet.getItemDetachmentNotification().getPlayerId(), Kind.TAKE_OFF);
            case S_PLAYER_DEATH_NOTIFICATION -> {
                if (packet.getPlayerDeathNotification().getPlayerId() == player.userId()) {
                    player.avatar().die();
                }
            }
            case S_PLAYER_REVIVAL_NOTIFICATION -> revived(packet.getPlayerRevivalNotification());
            case S_MONSTER_SPAWN_REQUEST -> {
                measurements.happened(Happening.WAVE_PLACED);
                player.send(
                        GameRequests.placeWave(
                                StartPlaces.wave(
                                        packet.getMonsterSpawnRequest().getMonstersList())),
                        surroundings.now());
            }
            case S_MONSTER_DEATH_NOTIFICATION ->
                    player.table()
                            .field()
                            .beaten(packet.getMonsterDeathNotification().getMonsterId());
            case S_GAME_OVER_NOTIFICATION, S_GAME_CLEAR_NOTIFICATION -> player.gameEnded();
            default -> {}
        }
    }

    private void started(S2CGameStartNotification start) {
        player.gameStarted(start);
        if (player.scene() == Scene.GAME) {
            player.avatar().inventory(start.getItemsList());
            for (PlayerPositionData place : start.getPlayerPositionsList()) {
                if (place.getPlayerId() == player.userId()) {
                    player.avatar().setDown(place.getX(), place.getY(), surroundings.now());
                }
            }
            player.answered(Kind.START_GAME);
        }
    }

    private void heard(S2CPlayerChattingNotification chat) {
        Player speaker = surroundings.roster().find(chat.getPlayerId());
        if (speaker == player) {
            player.answered(Kind.CHAT);
        } else if (speaker != null) {
            long intended = speaker.utterances().intendedOf(chat.getMessage());
            if (intended != Long.MIN_VALUE) {
                measurements.latency(Kind.CHAT_HEARD, intended, surroundings.now());
            }
        }
    }

    private void ownAnswer(int userId, Kind kind) {
        if (userId == player.userId()) {
            player.answered(kind);
        }
    }

    private void revived(S2CPlayerRevivalNotification revival) {
        if (revival.getPlayerId() == player.userId()) {
            float x = revival.getPosition().getX();
            float y = revival.getPosition().getY();
            player.avatar().setDown(x, y, surroundings.now());
        }
    }

    private void refused(String identifier) {
        @Nullable Kind kind = player.requests().refused(identifier, surroundings.now());
        if (kind == Kind.REGISTER || kind == Kind.LOGIN) {
            session.refused(kind, identifier);
            return;
        }
        boolean diedMeanwhile =
                identifier.equals(ErrorCode.PLAYER_DEAD.name())
                        && (kind == Kind.USE_ITEM || kind == Kind.TAKE_OFF);
        if (!diedMeanwhile) {
            measurements.error(identifier);
        }
        if (identifier.equals(ErrorCode.USER_NOT_IN_LOBBY.name())
                || identifier.equals(ErrorCode.ALREADY_IN_GAME.name())) {
            // Server and player do not agree about where the player is: it starts anew.
            session.startAnew();
            return;
        }
        player.free();
    }
}
