package dev.mallard.game.content;

import java.util.List;

/**
 * Words that are masked in the chat.
 *
 * @param words matched literally, letter case ignored, in this order
 * @param masks what a word is replaced by, chosen at random
 * @param hideAbove more different words than this hide the whole message
 * @param hidden what a hidden message reads
 */
public record ChatWords(List<String> words, List<String> masks, int hideAbove, String hidden) {

    /** Freezes the lists. */
    public ChatWords {
        words = List.copyOf(words);
        masks = List.copyOf(masks);
    }
}
