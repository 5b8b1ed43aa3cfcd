package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.content.ChatWords;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.RuleViolation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class ChatTest {

    private final Match match = Match.started();

    private void say(String text) {
        match.act(Match.GUEST, new PlayerAction.Chat(text));
    }

    private String heard() {
        return match.out.only(GameEvent.ChatSpoken.class).text();
    }

    @Test
    void everybodyHearsTheSender() {
        say("hello");
        assertThat(match.out.sent)
                .containsExactly(
                        new Recorder.Sent(
                                Audience.ALL, new GameEvent.ChatSpoken(Match.GUEST, "hello")));
    }

    @Test
    void isTrimmedAndFreeOfControlCharacters() {
        say("  \u0007a\u0000b\n\u001b[31m c\u0085 ");
        assertThat(heard()).isEqualTo("ab[31m c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u0000\u001b"})
    void hasToSaySomething(String text) {
        match.refused(RuleViolation.CHAT_EMPTY, () -> say(text));
    }

    @Test
    void hasALimit() {
        say("x".repeat(200));
        assertThat(heard()).hasSize(200);
        match.refused(RuleViolation.CHAT_TOO_LONG, () -> say("x".repeat(201)));
        match.refused(RuleViolation.CHAT_TOO_LONG, () -> say("x".repeat(1_000_000)));
    }

    @Test
    void fiveMessagesInFiveSeconds() {
        for (int message = 0; message < 5; message++) {
            say("m" + message);
            match.clock.advance(1000);
        }
        match.clock.advance(-1);
        match.refused(RuleViolation.CHAT_TOO_FAST, () -> say("six"));
        match.clock.advance(1);
        say("six");
        match.refused(RuleViolation.CHAT_TOO_FAST, () -> say("seven"));
        match.act(Match.HOST, new PlayerAction.Chat("me"));
    }

    @Test
    void theDeadAndTheWaitingSpeak() {
        match.kill(match.guest());
        say("boo");
        assertThat(heard()).isEqualTo("boo");

        Match prepared = Match.prepared();
        prepared.act(Match.HOST, new PlayerAction.Chat("soon"));
        assertThat(prepared.out.only(GameEvent.ChatSpoken.class).text()).isEqualTo("soon");
    }

    @Test
    void notAfterTheEnd() {
        match.rules.stop(match.game);
        say("anybody?");
        assertThat(match.out.sent).isEmpty();
        assertThat(match.out.drops).containsExactly(DropReason.GAME_ENDED);
    }

    @ParameterizedTest
    @CsvSource({
        "a CAT sat, a * sat",
        "catcat, **",
        "c.t costs, * costs",
        "cut, cut",
        "a $x.*[ y, a * y",
        "ca, ca"
    })
    void wordsAreMaskedLiterally(String text, String masked) {
        ChatMask mask =
                new ChatMask(
                        new ChatWords(List.of("cat", "c.t", "$x.*["), List.of("*"), 5, "hidden"));
        assertThat(mask.apply(text, Match.random(1))).isEqualTo(masked);
    }

    @Test
    void wordsApplyInOrderOnTheChangedText() {
        ChatMask mask = new ChatMask(new ChatWords(List.of("b", "acd"), List.of(""), 5, "hidden"));
        assertThat(mask.apply("abcd", Match.random(1))).isEmpty();
    }

    @Test
    void tooManyDifferentWordsHideTheMessage() {
        ChatWords words =
                new ChatWords(List.of("a", "b", "c", "d", "e", "f"), List.of("*"), 5, "hidden");
        ChatMask mask = new ChatMask(words);
        assertThat(mask.apply("abcde abcde", Match.random(1))).isEqualTo("***** *****");
        assertThat(mask.apply("abcdef", Match.random(1))).isEqualTo("hidden");
    }

    @Test
    void theBundledWordsAreMasked() {
        say("what a STUPID duck");
        assertThat(heard())
                .startsWith("what a ")
                .endsWith(" duck")
                .doesNotContainIgnoringCase("stupid");
    }
}
