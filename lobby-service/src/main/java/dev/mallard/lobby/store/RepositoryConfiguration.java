package dev.mallard.lobby.store;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Finds the repositories of all packages. */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(
        basePackages = "dev.mallard.lobby",
        queryEnhancerSelector = QueriesAsWritten.class)
class RepositoryConfiguration {}
