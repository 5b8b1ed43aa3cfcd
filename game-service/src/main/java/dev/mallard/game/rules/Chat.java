package dev.mallard.game.rules;

import dev.mallard.game.content.ChatWords;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;

/** A player speaks to all. */
final class Chat {

    private final ChatMask mask;
    private final int maxLength;
    private final int messages;
    private final long windowMillis;

    Chat(ChatWords words, GameSettings settings) {
        this.mask = new ChatMask(words);
        this.maxLength = settings.limits().chatLength();
        this.messages = settings.rates().chatMessages();
        this.windowMillis = settings.rates().chatWindow().toMillis();
    }

    void apply(Game game, Player player, String text, Notifications out) {
        String clean = withoutControls(text).strip();
        Refusal.when(clean.isEmpty(), RuleViolation.CHAT_EMPTY);
        Refusal.when(clean.length() > maxLength, RuleViolation.CHAT_TOO_LONG);
        Refusal.when(
                !player.chats().tryAdd(game.now(), messages, windowMillis),
                RuleViolation.CHAT_TOO_FAST);
        String masked = mask.apply(clean, game.random());
        out.send(Audience.ALL, new GameEvent.ChatSpoken(player.id(), masked));
    }

    private static String withoutControls(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.chars().filter(c -> !Character.isISOControl(c)).forEach(c -> clean.append((char) c));
        return clean.toString();
    }
}
