package dev.mallard.game.support;

import dev.mallard.game.content.ContentLoader;
import dev.mallard.game.content.ContentSource;
import dev.mallard.game.content.GameContent;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.rules.GameSettings;

import java.time.Duration;

/** Rules with the game data that comes with the service. */
public final class TestRules {

    private static final GameContent CONTENT = ContentLoader.load(ContentSource.bundled());

    private TestRules() {}

    /** The rules as they are by default. */
    public static GameRules standard() {
        return new GameRules(CONTENT, TestSettings.defaults());
    }

    /** The rules with another time for which the seats of absent players are kept. */
    public static GameRules withGrace(Duration grace) {
        GameSettings settings = TestSettings.defaults();
        GameSettings.Timing timing = settings.timing();
        return new GameRules(
                CONTENT,
                TestSettings.with(
                        settings,
                        new GameSettings.Timing(
                                timing.day(),
                                timing.night(),
                                timing.preparation(),
                                grace,
                                timing.waveAnswer(),
                                timing.tolerance())));
    }
}
