package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import java.time.Duration;
import java.util.Map;

class ClientPropertiesTest {

    static ClientProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("mallard.gateway.client", ClientProperties.class);
    }

    @Test
    void theDefaultsAreThoseOfTheProtocol() {
        ClientProperties defaults = bind(Map.of());
        assertThat(defaults.port()).isEqualTo(5555);
        assertThat(defaults.version()).isEqualTo("1.0.0");
        assertThat(defaults.payloadBeforeLogin()).isEqualTo(DataSize.ofKilobytes(4));
        assertThat(defaults.payloadAfterLogin()).isEqualTo(DataSize.ofKilobytes(64));
        assertThat(defaults.frameTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(defaults.loginTimeout()).isEqualTo(Duration.ofSeconds(300));
        assertThat(defaults.protocolErrors()).isEqualTo(20);
        assertThat(defaults.protocolErrorWindow()).isEqualTo(Duration.ofSeconds(60));
        assertThat(defaults.outboundSoftLimit()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(defaults.outboundHardLimit()).isEqualTo(DataSize.ofMegabytes(8));
        assertThat(defaults.slowConsumerGrace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(defaults.farewellTimeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void thereIsRoomForTheConnectionsThatAGatewayIsMeantFor() {
        assertThat(bind(Map.of()).connections())
                .isEqualTo(new ConnectionProperties(25_000, 1_000, 0.9, 4_096));
    }

    @Test
    void theRateLeavesRoomForAHostAndIsBoundedOtherwise() {
        RateProperties defaults = bind(Map.of()).rate();
        assertThat(defaults.packets()).isEqualTo(500);
        assertThat(defaults.packetBurst()).isEqualTo(1_000);
        assertThat(defaults.bytes()).isEqualTo(DataSize.ofKilobytes(256));
        assertThat(defaults.byteBurst()).isEqualTo(DataSize.ofMegabytes(1));
    }

    @Test
    void theLargestFrameFitsIntoTheBurst() {
        assertThatThrownBy(() -> bind(Map.of("mallard.gateway.client.rate.byte-burst", "64KB")))
                .rootCause()
                .hasMessageContaining("mallard.gateway.client.payload-after-login");
    }

    @ParameterizedTest
    @CsvSource({
        "payload-before-login, 0",
        "payload-after-login, 2MB",
        "outbound-soft-limit, 9MB",
        "outbound-hard-limit, 2GB",
        "frame-timeout, 0s",
        "login-timeout, -1s",
        "handler-timeout, 0s",
        "protocol-error-window, 0s",
        "slow-consumer-grace, 0s",
        "farewell-timeout, 0s",
        "drain-grace, -1s",
        "drain-grace, 2h",
        "rate.bytes, 1000B",
        "rate.byte-burst, 2GB"
    })
    void valuesOutOfRangeAreNamed(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of("mallard.gateway.client." + name, value)))
                .rootCause()
                .hasMessageContaining("mallard.gateway.client." + name);
    }
}
