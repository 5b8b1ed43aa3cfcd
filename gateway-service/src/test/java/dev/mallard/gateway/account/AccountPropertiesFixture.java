package dev.mallard.gateway.account;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.util.Map;

/** Account properties for tests: the defaults, or hashing that costs next to nothing. */
final class AccountPropertiesFixture {

    private AccountPropertiesFixture() {}

    static AccountProperties defaults() {
        return bind(Map.of());
    }

    static AccountProperties cheap() {
        return bind(
                Map.of(
                        "mallard.gateway.accounts.hashing.memory", "64KB",
                        "mallard.gateway.accounts.hashing.iterations", "1",
                        "mallard.gateway.accounts.hashing.threads", "1",
                        "mallard.gateway.accounts.hashing.queue", "2"));
    }

    static AccountProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("mallard.gateway.accounts", AccountProperties.class);
    }
}
