package dev.mallard.gateway.account;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import java.time.Clock;

/**
 * The account package without client connections, for tests on a database. It carries no annotation that would
 * make it part of a whole gateway.
 */
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackageClasses = Account.class)
@EnableConfigurationProperties(AccountProperties.class)
@Import({
    PasswordHashing.class,
    LoginThrottle.class,
    AccountExecutor.class,
    RegistrationService.class,
    LoginService.class
})
class AccountStore {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
