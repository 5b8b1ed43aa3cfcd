package dev.mallard.game;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The start from which the JVM learns what to keep in its cache. */
class TrainingRunIntegrationTest {

    @Test
    void aTrainingRunStartsEverythingAndEndsByItself() {
        try (ConfigurableApplicationContext context = start("--mallard.training-run=true")) {
            assertThat(context.isClosed()).isTrue();
        }
    }

    @Test
    void withoutBeingAskedForNothingEnds() {
        try (ConfigurableApplicationContext context = start()) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    private static ConfigurableApplicationContext start(String... more) {
        return new SpringApplicationBuilder(GameApplication.class)
                .properties(
                        "server.port=0",
                        "mallard.link.port=0",
                        "mallard.link.bind-address=127.0.0.1")
                .run(more);
    }
}
