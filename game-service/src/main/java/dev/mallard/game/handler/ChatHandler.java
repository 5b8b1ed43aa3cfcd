package dev.mallard.game.handler;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SPlayerChattingRequest;

import org.springframework.stereotype.Component;

/** A player speaks; the speaker is always the sender. */
@Component
final class ChatHandler implements PacketHandler {

    private final GameActions actions;

    ChatHandler(GameActions actions) {
        this.actions = actions;
    }

    @Override
    public PacketType type() {
        return PacketType.S_PLAYER_CHATTING_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SPlayerChattingRequest chat = request.packet().getPlayerChattingRequest();
        actions.apply(request, new PlayerAction.Chat(chat.getMessage()));
    }
}
