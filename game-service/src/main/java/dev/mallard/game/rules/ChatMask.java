package dev.mallard.game.rules;

import dev.mallard.game.content.ChatWords;
import dev.mallard.game.content.GameContent;

import java.util.random.RandomGenerator;

/** Masks words of a list, or hides a message that has too many of them. */
final class ChatMask {

    private final ChatWords words;

    ChatMask(ChatWords words) {
        this.words = words;
    }

    /** Replaces each word in list order; words are literal, letter case is ignored. */
    String apply(String text, RandomGenerator random) {
        String masked = text;
        int found = 0;
        for (String word : words.words()) {
            if (indexOf(masked, word, 0) >= 0) {
                found++;
                masked = replace(masked, word, GameContent.draw(words.masks(), random));
            }
        }
        return found > words.hideAbove() ? words.hidden() : masked;
    }

    private static String replace(String text, String word, String mask) {
        StringBuilder replaced = new StringBuilder(text.length());
        int from = 0;
        for (int at = indexOf(text, word, 0); at >= 0; at = indexOf(text, word, from)) {
            replaced.append(text, from, at).append(mask);
            from = at + word.length();
        }
        return replaced.append(text, from, text.length()).toString();
    }

    private static int indexOf(String text, String word, int from) {
        for (int at = from; at <= text.length() - word.length(); at++) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return at;
            }
        }
        return -1;
    }
}
