package dev.mallard.bots.load.behaviour;

import dev.mallard.bots.load.player.Player;

import java.util.List;

/** The whole life of a player: room, game, walking, talking, fighting, eating, the end, and again. */
final class MatchBehaviour implements Behaviour {

    private static final double STRIKES_PER_SECOND = 1;
    private static final double ITEMS_PER_SECOND = 1;
    private static final double MONSTER_MOVES_PER_SECOND = 5;
    private static final double SIEGE_HITS_PER_SECOND = 3;

    private final Pace pace;

    MatchBehaviour(Pace pace) {
        this.pace = pace;
    }

    @Override
    public List<Line> script() {
        return List.of(
                Line.inLobby(pace.lobby(), new Gather()),
                Line.inGame(pace.moves(), Player::step),
                Line.inGame(pace.chats(), Player::say),
                Line.inGame(STRIKES_PER_SECOND, Player::strike),
                Line.inGame(ITEMS_PER_SECOND, Player::handleItem),
                Line.inGame(MONSTER_MOVES_PER_SECOND, Player::herdMonsters),
                Line.inGame(SIEGE_HITS_PER_SECOND, new EndMatch(pace.match())));
    }
}
