package dev.mallard.game;

import dev.mallard.game.content.ContentLoader;
import dev.mallard.game.content.GameContent;
import dev.mallard.game.lifecycle.GameFactory;
import dev.mallard.game.lifecycle.RandomSource;
import dev.mallard.game.loop.SystemTime;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.snapshot.GameSnapshots;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The game itself: its data, its rules, its time and its chance. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RuleProperties.class)
class RulesConfiguration {

    private static final String GENERATOR = "L64X128MixRandom";

    @Bean
    GameContent gameContent(GameProperties properties) {
        return ContentLoader.load(properties.contentSource());
    }

    @Bean
    GameRules gameRules(GameContent content, RuleProperties properties) {
        return new GameRules(content, properties.toSettings());
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SystemTime systemTime(Clock clock) {
        return new SystemTime(clock);
    }

    @Bean
    RandomSource randomSource(GameProperties properties) {
        RandomGeneratorFactory<RandomGenerator> generators = RandomGeneratorFactory.of(GENERATOR);
        Long seed = properties.seed();
        return seed == null
                ? gameId -> generators.create()
                : gameId -> generators.create(seed + gameId);
    }

    @Bean
    GameSnapshots gameSnapshots(GameContent content, RuleProperties properties, GameRules rules) {
        return new GameSnapshots(content, properties.toSettings(), rules);
    }

    @Bean
    GameFactory gameFactory(
            GameRules rules, GameSnapshots snapshots, SystemTime time, RandomSource random) {
        return new GameFactory(rules, snapshots, time, random);
    }
}
