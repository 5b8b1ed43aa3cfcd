package dev.mallard.gateway.account;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Finds the repository of this package. */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories
class AccountConfiguration {}
