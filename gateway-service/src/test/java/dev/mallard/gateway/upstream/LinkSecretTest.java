package dev.mallard.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Which secrets the gateway starts with, under its own configuration file. */
class LinkSecretTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LinkProperties.class)
    @Import(LinkSecretPolicy.class)
    static class Secrets {}

    @Test
    void developmentNeedsNone() {
        try (ConfigurableApplicationContext context = start("default")) {
            assertThat(context.getBean(LinkProperties.class).secret()).isNotBlank();
        }
    }

    @Test
    void productionStartsWithItsOwn() {
        try (ConfigurableApplicationContext context = start("prod", "--mallard.link.secret=x7")) {
            assertThat(context.getBean(LinkProperties.class).secret()).isEqualTo("x7");
        }
    }

    @Test
    void productionDoesNotStartWithout() {
        assertThatThrownBy(() -> start("prod").close())
                .rootCause()
                .hasMessageContaining("MALLARD_LINK_SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "mallard-development-secret"})
    void productionDoesNotStartWithOneThatIsNone(String secret) {
        assertThatThrownBy(() -> start("prod", "--mallard.link.secret=" + secret).close())
                .rootCause()
                .hasMessageContaining("MALLARD_LINK_SECRET");
    }

    @Test
    void noProfileStartsWithAnEmptyOne() {
        assertThatThrownBy(() -> start("default", "--mallard.link.secret=").close())
                .rootCause()
                .hasMessageContaining("MALLARD_LINK_SECRET");
    }

    private static ConfigurableApplicationContext start(String profile, String... arguments) {
        return new SpringApplicationBuilder(Secrets.class)
                .web(WebApplicationType.NONE)
                .profiles(profile)
                .run(arguments);
    }
}
