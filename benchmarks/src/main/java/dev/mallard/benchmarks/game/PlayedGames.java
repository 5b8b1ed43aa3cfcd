package dev.mallard.benchmarks.game;

import dev.mallard.protocol.link.message.CreateGame;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.SessionOpened;
import dev.mallard.protocol.link.message.SessionsAnnounced;
import dev.mallard.protocol.message.C2SGameStartRequest;
import dev.mallard.protocol.message.C2SPlayerAttackMonsterRequest;
import dev.mallard.protocol.message.C2SPlayerPositionUpdateRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.RoomStateType;
import dev.mallard.protocol.message.User;

import java.util.stream.IntStream;

/**
 * The games that one link carries: numbers of their players, and what those send. The king of the monsters
 * stands among the players, and no weapon of theirs can hurt him, so that every hit is told to all.
 *
 * @param firstGame id of the first game, from 1
 * @param games number of games
 * @param players players of each game
 */
record PlayedGames(int firstGame, int games, int players) {

    private static final int BOSS = 271;
    private static final int BOSS_CODE = 208;
    private static final int MOST_PLAYERS = 8;

    /** A user's id tells his game and his seat. */
    private int user(int game, int seat) {
        return game * MOST_PLAYERS + seat;
    }

    private IntStream ids() {
        return IntStream.range(firstGame, firstGame + games);
    }

    LinkControl sessions() {
        SessionsAnnounced.Builder sessions = SessionsAnnounced.newBuilder().setComplete(true);
        ids().forEach(
                        game -> {
                            for (int seat = 0; seat < players; seat++) {
                                sessions.addSessions(
                                        SessionOpened.newBuilder()
                                                .setUserId(user(game, seat))
                                                .setNickname("bot" + user(game, seat))
                                                .setSessionNumber(LinkDriver.SESSION));
                            }
                        });
        return LinkControl.newBuilder().setSessionsAnnounced(sessions).build();
    }

    /** Asks for one of the games. */
    LinkControl creation(int index) {
        int game = firstGame + index;
        RoomData.Builder room =
                RoomData.newBuilder()
                        .setRoomId(game)
                        .setOwnerId(user(game, 0))
                        .setName("Pond " + game)
                        .setMaxUserNum(MOST_PLAYERS)
                        .setState(RoomStateType.PREPARE);
        for (int seat = 0; seat < players; seat++) {
            room.addUsers(
                    User.newBuilder()
                            .setUserId(user(game, seat))
                            .setName("bot" + user(game, seat)));
        }
        return LinkControl.newBuilder()
                .setCreateGame(CreateGame.newBuilder().setRoom(room))
                .build();
    }

    /** Starts one of the games: most of its monsters far away, the king among the players. */
    Burst start(int index) {
        C2SGameStartRequest.Builder start = C2SGameStartRequest.newBuilder();
        for (int monster = 1; monster < BOSS - 1; monster++) {
            start.addMonsters(place(monster, 150, 150));
        }
        start.addMonsters(place(BOSS, 6, 6));
        Burst burst = Burst.empty();
        burst.add(
                user(firstGame + index, 0),
                GamePacket.newBuilder().setGameStartRequest(start).build());
        return burst;
    }

    private static MonsterPositionData place(int monster, float x, float y) {
        return MonsterPositionData.newBuilder()
                .setMonsterId(monster)
                .setMonsterCode(BOSS_CODE)
                .setX(x)
                .setY(y)
                .build();
    }

    /**
     * The next places of all players of a part of the games.
     *
     * @param step a number that grows by one with each interval; the players walk to and fro
     */
    Burst walk(int part, int parts, int step) {
        Burst burst = Burst.empty();
        forEachPlayer(
                part,
                parts,
                (game, seat) ->
                        burst.add(
                                user(game, seat),
                                GamePacket.newBuilder()
                                        .setPlayerPositionUpdateRequest(
                                                C2SPlayerPositionUpdateRequest.newBuilder()
                                                        .setX(3 * (seat + 1) + 0.5f * step)
                                                        .setY(3 * (seat + 1) - 0.25f * step))
                                        .build()));
        return burst;
    }

    /** One hit on the king by each player of a part of the games. */
    Burst attack(int part, int parts) {
        Burst burst = Burst.empty();
        forEachPlayer(
                part,
                parts,
                (game, seat) ->
                        burst.add(
                                user(game, seat),
                                GamePacket.newBuilder()
                                        .setPlayerAttackMonsterRequest(
                                                C2SPlayerAttackMonsterRequest.newBuilder()
                                                        .setPlayerDirX(1)
                                                        .setMonsterId(BOSS))
                                        .build()));
        return burst;
    }

    private interface Each {
        void player(int game, int seat);
    }

    private void forEachPlayer(int part, int parts, Each each) {
        for (int index = part; index < games; index += parts) {
            for (int seat = 0; seat < players; seat++) {
                each.player(firstGame + index, seat);
            }
        }
    }
}
