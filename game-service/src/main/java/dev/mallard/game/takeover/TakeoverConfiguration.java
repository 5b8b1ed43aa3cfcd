package dev.mallard.game.takeover;

import dev.mallard.game.lifecycle.GameAdoption;
import dev.mallard.game.lifecycle.HandOver;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.loop.SystemTime;
import dev.mallard.game.snapshot.GameSnapshots;
import dev.mallard.protocol.link.server.LinkServerProperties;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.random.RandomGenerator;

/** What makes games survive their service. Without the address of a Redis, none of it is there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("mallard.game.takeover.redis-uri")
@EnableConfigurationProperties(TakeoverProperties.class)
class TakeoverConfiguration {

    @Bean
    Incarnation incarnation(LinkServerProperties properties) {
        return Incarnation.begin(properties.instanceId(), RandomGenerator.getDefault());
    }

    @Bean
    GameStore gameStore(Incarnation incarnation, TakeoverProperties properties) {
        return new RedisGameStore(new RedisConnections(properties), incarnation, properties);
    }

    @Bean
    Lease lease(SystemTime time, TakeoverProperties properties) {
        return new Lease(time, properties.lease());
    }

    @Bean
    TakeoverMetrics takeoverMetrics(MeterRegistry meters) {
        return new TakeoverMetrics(meters);
    }

    @Bean
    SnapshotQueue snapshotQueue(TakeoverProperties properties, TakeoverMetrics metrics) {
        return new SnapshotQueue(properties.maxPending(), metrics);
    }

    @Bean
    KeptGames keptGames(
            GameSnapshots snapshots,
            SnapshotQueue queue,
            SystemTime time,
            Lease lease,
            TakeoverMetrics metrics,
            TakeoverProperties properties) {
        KeptGames kept = new KeptGames(snapshots, queue, time, time, properties.snapshotInterval());
        metrics.show(lease, queue, kept);
        return kept;
    }

    @Bean
    Fencing fencing(KeptGames kept, GameAdoption adoption, TakeoverMetrics metrics) {
        return new Fencing(kept, adoption, metrics);
    }

    @Bean
    LeaseKeeper leaseKeeper(
            GameStore store,
            Lease lease,
            KeptGames kept,
            Fencing fencing,
            LiveGames games,
            SystemTime time,
            TakeoverMetrics metrics,
            TakeoverProperties properties) {
        return new LeaseKeeper(store, lease, kept, fencing, games, time, metrics, properties);
    }

    @Bean
    SnapshotWriter snapshotWriter(
            SnapshotQueue queue,
            GameStore store,
            KeptGames kept,
            Fencing fencing,
            SystemTime time,
            TakeoverMetrics metrics,
            TakeoverProperties properties) {
        return new SnapshotWriter(queue, store, kept, fencing, time, metrics, properties.batch());
    }

    @Bean
    Adopter adopter(
            GameStore store,
            LeaseKeeper keeper,
            GameAdoption adoption,
            LiveGames games,
            TakeoverMetrics metrics,
            TakeoverProperties properties) {
        return new Adopter(store, keeper, adoption, games, metrics, properties.batch());
    }

    @Bean
    TakeoverJobs takeoverJobs(
            LeaseKeeper keeper,
            SnapshotWriter writer,
            Adopter adopter,
            GameStore store,
            TakeoverProperties properties) {
        return new TakeoverJobs(keeper, writer, adopter, store, properties);
    }

    @Bean
    HandOver handOver(
            GameStore store,
            SnapshotWriter writer,
            KeptGames kept,
            LiveGames games,
            TakeoverMetrics metrics,
            TakeoverProperties properties) {
        return new StoreHandOver(
                store,
                writer,
                kept,
                games,
                metrics,
                properties.handOverTimeout(),
                properties.lease(),
                properties.batch());
    }

    @Bean("takeover")
    HealthIndicator takeoverHealth(
            LeaseKeeper keeper, Lease lease, KeptGames kept, SnapshotQueue queue) {
        return new TakeoverHealth(keeper, lease, kept, queue);
    }
}
