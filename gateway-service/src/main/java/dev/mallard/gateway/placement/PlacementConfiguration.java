package dev.mallard.gateway.placement;

import dev.mallard.gateway.client.SessionRegistry;
import dev.mallard.gateway.upstream.GameSelector;
import dev.mallard.gateway.upstream.RendezvousSelector;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.gateway.upstream.UpstreamProperties;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** The beans that bring lobby and game services together. */
@Configuration(proxyBeanMethods = false)
class PlacementConfiguration {

    @Bean
    GivenUpSeats givenUpSeats(SessionRegistry registry) {
        return new GivenUpSeats(registry);
    }

    @Bean
    SeatResumption seatResumption(
            UpstreamGroups groups, RendezvousSelector selector, SeatDoubts doubts) {
        return new SeatResumption(groups, selector, doubts);
    }

    @Bean
    GameMembership gameMembership(GivenUpSeats givenUp) {
        return new GameMembership(givenUp);
    }

    @Bean
    GamePlacements gamePlacements(
            UpstreamGroups groups,
            GameSelector selector,
            RendezvousSelector lobbies,
            SessionRegistry registry,
            UpstreamProperties properties) {
        return new GamePlacements(
                groups, selector, lobbies, registry, properties.placementTimeout());
    }

    @Bean
    GameCreation gameCreation(
            GamePlacements placements, UpstreamGroups groups, RendezvousSelector selector) {
        return new GameCreation(placements, groups, selector);
    }

    @Bean
    GameEndRelay gameEndRelay(UpstreamGroups groups, RendezvousSelector selector) {
        return new GameEndRelay(groups, selector);
    }

    @Bean
    LostGameReports lostGameReports(
            UpstreamGroups groups,
            RendezvousSelector selector,
            SessionRegistry registry,
            UpstreamProperties properties,
            Clock clock) {
        return new LostGameReports(groups, selector, registry, properties.gameEndTimeout(), clock);
    }

    @Bean
    LostGames lostGames(
            LostGameReports reports,
            SessionRegistry registry,
            UpstreamGroups groups,
            GivenUpSeats givenUp,
            UpstreamProperties properties) {
        return new LostGames(
                reports,
                registry,
                groups,
                givenUp,
                properties.gameLostAfter(),
                properties.gameTakeoverTimeout());
    }
}
