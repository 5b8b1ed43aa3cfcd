package dev.mallard.bots.load.behaviour;

import dev.mallard.bots.load.player.Player;

import java.util.List;

/** Meets the others of its table in a game and chats. */
final class ChatBehaviour implements Behaviour {

    private final Pace pace;

    ChatBehaviour(Pace pace) {
        this.pace = pace;
    }

    @Override
    public List<Line> script() {
        return List.of(
                Line.inLobby(pace.lobby(), new Gather()), Line.inGame(pace.chats(), Player::say));
    }
}
