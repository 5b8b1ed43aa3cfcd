package dev.mallard.bots.load.behaviour;

import dev.mallard.bots.load.player.Player;

import java.util.List;

/** Meets the others of its table in a game and walks about. */
final class MoveBehaviour implements Behaviour {

    private final Pace pace;

    MoveBehaviour(Pace pace) {
        this.pace = pace;
    }

    @Override
    public List<Line> script() {
        return List.of(
                Line.inLobby(pace.lobby(), new Gather()), Line.inGame(pace.moves(), Player::step));
    }
}
