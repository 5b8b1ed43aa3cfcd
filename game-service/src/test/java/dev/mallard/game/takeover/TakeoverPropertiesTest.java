package dev.mallard.game.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class TakeoverPropertiesTest {

    private static final String URI = "mallard.game.takeover.redis-uri=redis://me:secret@redis/0";

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TakeoverProperties.class)
    static class PropertiesOnly {}

    private final ApplicationContextRunner context =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withUserConfiguration(PropertiesOnly.class);

    @Test
    void anAddressIsEnough() {
        context.withPropertyValues(URI)
                .run(
                        started -> {
                            TakeoverProperties properties =
                                    started.getBean(TakeoverProperties.class);
                            assertThat(properties.uri().getHost()).isEqualTo("redis");
                            assertThat(properties.toString()).doesNotContain("secret");
                        });
    }

    @Test
    void nothingOfItIsThereWithoutAnAddress() {
        new ApplicationContextRunner()
                .withUserConfiguration(TakeoverConfiguration.class)
                .run(
                        started ->
                                assertThat(started)
                                        .hasNotFailed()
                                        .doesNotHaveBean(GameStore.class)
                                        .doesNotHaveBean(Lease.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mallard.game.takeover.redis-uri=",
                "mallard.game.takeover.prefix=",
                "mallard.game.takeover.lease=100ms",
                "mallard.game.takeover.renew-interval=1500ms",
                "mallard.game.takeover.command-timeout=1500ms",
                "mallard.game.takeover.snapshot-interval=10ms",
                "mallard.game.takeover.batch=0",
                "mallard.game.takeover.max-pending=0",
                "mallard.game.takeover.record-ttl=1s"
            })
    void impossibleSettingsStopTheStart(String setting) {
        context.withPropertyValues(URI, setting).run(started -> assertThat(started).hasFailed());
    }

    @Test
    void aWrongAddressIsSaidWithoutItsPassword() {
        context.withPropertyValues("mallard.game.takeover.redis-uri=http://me:secret@redis")
                .run(
                        started ->
                                assertThat(started.getStartupFailure())
                                        .rootCause()
                                        .hasMessageContaining("redis-uri is not the address")
                                        .hasMessageNotContaining("secret"));
    }
}
