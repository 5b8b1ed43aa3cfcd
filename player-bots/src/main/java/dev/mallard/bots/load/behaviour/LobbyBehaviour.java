package dev.mallard.bots.load.behaviour;

import java.util.List;

/** Creates, lists, joins and leaves rooms; no game is played. */
final class LobbyBehaviour implements Behaviour {

    private final Pace pace;

    LobbyBehaviour(Pace pace) {
        this.pace = pace;
    }

    @Override
    public List<Line> script() {
        return List.of(Line.inLobby(pace.lobby(), new LobbyRound()));
    }
}
