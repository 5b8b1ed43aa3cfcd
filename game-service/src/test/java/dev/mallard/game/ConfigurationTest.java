package dev.mallard.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.content.ContentException;
import dev.mallard.game.content.GameContent;
import dev.mallard.game.lifecycle.RandomSource;
import dev.mallard.game.loop.MailboxLimits;
import dev.mallard.game.rules.GameSettings;
import dev.mallard.game.rules.MonsterSimulation;
import dev.mallard.game.support.TestSettings;
import dev.mallard.protocol.link.server.LinkServerProperties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

class ConfigurationTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(GameProperties.class)
    @Import(RulesConfiguration.class)
    static class RulesOnly {}

    private final ApplicationContextRunner context =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withUserConfiguration(RulesOnly.class);

    @Test
    void byDefaultTheGameIsPlayedAsItIsMeantToBe() {
        context.run(
                started ->
                        assertThat(started.getBean(RuleProperties.class).toSettings())
                                .isEqualTo(TestSettings.defaults()));
    }

    @Test
    void hasDefaultsForRunningTheGames() {
        context.run(
                started -> {
                    GameProperties properties = started.getBean(GameProperties.class);
                    assertThat(properties.tickInterval()).isEqualTo(Duration.ofMillis(200));
                    assertThat(properties.mailbox().toLimits())
                            .isEqualTo(new MailboxLimits(1024, 256));
                    assertThat(properties.ending().toSettings().patience())
                            .isEqualTo(Duration.ofSeconds(1));
                    assertThat(properties.ending().toSettings().repeatEvery())
                            .isEqualTo(Duration.ofSeconds(5));
                    assertThat(properties.shutdown().grace()).isZero();
                    assertThat(properties.content()).isNull();
                });
    }

    @Test
    void takesOtherRules() {
        context.withPropertyValues(
                        "mallard.game.rules.timing.day=3s",
                        "mallard.game.rules.timing.resume-grace=0s",
                        "mallard.game.rules.movement.allowance=1500ms",
                        "mallard.game.rules.simulation.mode=server",
                        "mallard.game.rules.send-empty-moves=true")
                .run(
                        started -> {
                            GameSettings settings =
                                    started.getBean(RuleProperties.class).toSettings();
                            assertThat(settings.timing().day()).isEqualTo(Duration.ofSeconds(3));
                            assertThat(settings.timing().resumeGrace()).isZero();
                            assertThat(settings.movement().allowanceSeconds()).isEqualTo(1.5);
                            assertThat(settings.simulation().mode())
                                    .isEqualTo(MonsterSimulation.SERVER);
                            assertThat(settings.sendEmptyMoves()).isTrue();
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mallard.game.max-games=0",
                "mallard.game.tick-interval=19ms",
                "mallard.game.tick-interval=11s",
                "mallard.game.mailbox.capacity=0",
                "mallard.game.mailbox.player-share=0",
                "mallard.game.ending.record-timeout=-1s",
                "mallard.game.ending.repeat-interval=0s",
                "mallard.game.ending.max-reports=0",
                "mallard.game.shutdown.grace=-1s",
                "mallard.game.rules.timing.day=0s",
                "mallard.game.rules.timing.night=0s",
                "mallard.game.rules.timing.preparation=0s",
                "mallard.game.rules.timing.resume-grace=-1s",
                "mallard.game.rules.timing.wave-answer=0s",
                "mallard.game.rules.timing.tolerance=2s",
                "mallard.game.rules.movement.mode=fly",
                "mallard.game.rules.movement.tolerance=0",
                "mallard.game.rules.movement.allowance=0s",
                "mallard.game.rules.movement.world-bound=0",
                "mallard.game.rules.rates.swings-per-second=0",
                "mallard.game.rules.rates.chat-messages=0",
                "mallard.game.rules.rates.chat-window=-1s",
                "mallard.game.rules.reach.box=-1",
                "mallard.game.rules.limits.walls=-1",
                "mallard.game.rules.limits.stack-size=0",
                "mallard.game.rules.simulation.mode=nobody",
                "mallard.game.rules.simulation.speed-factor=0",
                "mallard.game.rules.simulation.spawn-min=22"
            })
    void refusesToStartWithASettingThatMakesNoSense(String setting) {
        context.withPropertyValues(setting).run(started -> assertThat(started).hasFailed());
    }

    @Test
    void aSeedMakesTheChanceRepeatable() {
        context.withPropertyValues("mallard.game.seed=42")
                .run(
                        started -> {
                            RandomSource random = started.getBean(RandomSource.class);
                            long first = random.forGame(7).nextLong();
                            assertThat(random.forGame(7).nextLong()).isEqualTo(first);
                            assertThat(random.forGame(8).nextLong()).isNotEqualTo(first);
                        });
    }

    @Test
    void withoutASeedEveryGameIsDifferent() {
        context.run(
                started -> {
                    RandomSource random = started.getBean(RandomSource.class);
                    assertThat(random.forGame(7).nextLong())
                            .isNotEqualTo(random.forGame(7).nextLong());
                });
    }

    @Test
    void takesTheGameDataOfAFolder(@TempDir Path folder) throws IOException {
        TestContent.copyTo(folder);
        Path waves = folder.resolve("objects.yaml");
        Files.writeString(
                waves, Files.readString(waves).replace("hit-points: 3000", "hit-points: 17"));
        context.withPropertyValues("mallard.game.content=" + folder)
                .run(
                        started ->
                                assertThat(
                                                started.getBean(GameContent.class)
                                                        .objectKind(1)
                                                        .hitPoints())
                                        .isEqualTo(17));
    }

    @Test
    void refusesToStartWithAFolderThatLacksFiles(@TempDir Path folder) {
        context.withPropertyValues("mallard.game.content=" + folder)
                .run(
                        started ->
                                assertThat(started)
                                        .getFailure()
                                        .rootCause()
                                        .isInstanceOfAny(
                                                ContentException.class, IOException.class));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LinkServerProperties.class)
    static class LinksOnly {}

    private static ApplicationContextRunner configured() {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .withUserConfiguration(LinksOnly.class);
    }

    @Test
    void startsWithoutAnySettingDuringDevelopment() {
        configured()
                .run(
                        started -> {
                            LinkServerProperties links =
                                    started.getBean(LinkServerProperties.class);
                            assertThat(links.port()).isEqualTo(5558);
                            assertThat(links.instanceId()).isEqualTo("game-5558");
                            assertThat(links.secret()).isEqualTo("mallard-development-secret");
                        });
    }

    @Test
    void demandsASecretInProduction() {
        ApplicationContextRunner production =
                configured().withPropertyValues("spring.profiles.active=prod");
        production.run(started -> assertThat(started).hasFailed());
        production
                .withPropertyValues("mallard.link.secret=from outside")
                .run(started -> assertThat(started).hasNotFailed());
    }
}
