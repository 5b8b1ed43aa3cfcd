package dev.mallard.game;

import dev.mallard.game.lifecycle.GameKeeping;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.management.ManagementServerConfiguration;
import dev.mallard.protocol.link.message.Load;
import dev.mallard.protocol.link.server.LinkServerConfiguration;
import dev.mallard.protocol.link.server.LoadSource;
import dev.mallard.protocol.link.server.ServiceRole;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the gateways see of this service. */
@Configuration(proxyBeanMethods = false)
@Import({LinkServerConfiguration.class, ManagementServerConfiguration.class})
class GatewayConfiguration {

    @Bean
    ServiceRole serviceRole(ObjectProvider<GameKeeping> keeping) {
        return new ServiceRole("game", keeping.getIfAvailable() != null);
    }

    @Bean
    LoadSource loadSource(LiveGames games) {
        return () ->
                Load.newBuilder()
                        .setGames(games.size())
                        .setAcceptingWork(games.accepting())
                        .build();
    }
}
