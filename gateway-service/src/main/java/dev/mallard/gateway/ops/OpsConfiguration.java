package dev.mallard.gateway.ops;

import dev.mallard.gateway.upstream.UpstreamGroup;
import dev.mallard.gateway.upstream.UpstreamGroups;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.LinkedHashMap;
import java.util.Map;

/** The beans that tell health. */
@Configuration(proxyBeanMethods = false)
class OpsConfiguration {

    /** One contributor per upstream group. */
    @Bean
    HealthContributor upstreamsHealthContributor(UpstreamGroups groups) {
        Map<String, HealthContributor> byGroup = new LinkedHashMap<>();
        for (UpstreamGroup group : groups.all()) {
            byGroup.put(group.name(), new UpstreamGroupHealth(group));
        }
        return CompositeHealthContributor.fromMap(byGroup);
    }
}
