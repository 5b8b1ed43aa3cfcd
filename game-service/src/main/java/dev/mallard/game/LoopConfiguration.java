package dev.mallard.game;

import dev.mallard.game.lifecycle.ActorFactory;
import dev.mallard.game.lifecycle.EndReports;
import dev.mallard.game.lifecycle.Endings;
import dev.mallard.game.lifecycle.GameAdoption;
import dev.mallard.game.lifecycle.GameFactory;
import dev.mallard.game.lifecycle.GameKeeping;
import dev.mallard.game.lifecycle.GameLifecycle;
import dev.mallard.game.lifecycle.GameOpening;
import dev.mallard.game.lifecycle.GameShutdown;
import dev.mallard.game.lifecycle.Gateways;
import dev.mallard.game.lifecycle.HandOver;
import dev.mallard.game.lifecycle.MoveReports;
import dev.mallard.game.loop.GameActor;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.loop.LoopObserver;
import dev.mallard.game.loop.Permit;
import dev.mallard.game.loop.SystemTime;
import dev.mallard.game.loop.TickThread;
import dev.mallard.game.loop.TickWheel;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.wire.PacketSender;
import dev.mallard.protocol.link.server.LinkServer;
import dev.mallard.protocol.link.server.Outbound;
import dev.mallard.protocol.link.server.ServiceLoad;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What makes games live: their threads, their ticks, their beginning and end. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GameProperties.class)
class LoopConfiguration {

    @Bean
    LiveGames liveGames(GameProperties properties) {
        return new LiveGames(properties.maxGames());
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService gameThreads() {
        // No numbers in the names: a thread lives as long as something waits, so there are
        // thousands a second.
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("game").factory());
    }

    @Bean
    ActorFactory actorFactory(
            ExecutorService gameThreads,
            GameProperties properties,
            GameRules rules,
            SystemTime time,
            LoopObserver observer,
            ObjectProvider<Permit> permits) {
        Permit permit = permits.getIfAvailable(() -> Permit.ALWAYS);
        return gameId ->
                new GameActor(
                        gameId,
                        gameThreads,
                        properties.mailbox().toLimits(),
                        rules,
                        time,
                        observer,
                        permit);
    }

    @Bean
    PacketSender packetSender(Outbound outbound) {
        return outbound::send;
    }

    @Bean
    TickWheel tickWheel(
            GameProperties properties, SystemTime time, EndReports reports, MoveReports moves) {
        TickWheel wheel = new TickWheel(properties.tickInterval(), time.nanoTime());
        wheel.add(reports);
        wheel.add(moves);
        return wheel;
    }

    /** Stops before the threads of the games do, so that no tick is left without one. */
    @Bean
    @DependsOn("gameThreads")
    TickThread tickThread(TickWheel wheel, SystemTime time) {
        return new TickThread(wheel, time);
    }

    @Bean
    MoveReports moveReports(Gateways gateways, SystemTime time, GameProperties properties) {
        return new MoveReports(gateways, time, properties.ending().toSettings());
    }

    @Bean
    EndReports endReports(
            Gateways gateways, MoveReports moves, SystemTime time, GameProperties properties) {
        return new EndReports(gateways, moves, time, properties.ending().toSettings());
    }

    @Bean
    Endings endings(
            EndReports reports, GameProperties properties, SystemTime time, LoopObserver observer) {
        return new Endings(reports, properties.ending().toSettings(), time, observer);
    }

    @Bean
    GameOpening gameOpening(
            LiveGames games,
            Gateways gateways,
            PacketSender packets,
            Endings endings,
            TickWheel wheel,
            LoopObserver observer,
            ObjectProvider<GameKeeping> keeping) {
        return new GameOpening(
                games,
                gateways,
                packets,
                endings,
                wheel,
                observer,
                keeping.getIfAvailable(() -> GameKeeping.NONE));
    }

    @Bean
    GameLifecycle gameLifecycle(
            LiveGames games,
            ActorFactory actors,
            GameFactory factory,
            GameRules rules,
            Gateways gateways,
            GameOpening opening,
            ObjectProvider<GameKeeping> keeping,
            Endings endings,
            LoopObserver observer) {
        return new GameLifecycle(
                games,
                actors,
                factory,
                rules,
                gateways,
                opening,
                keeping.getIfAvailable(() -> GameKeeping.NONE),
                endings,
                observer);
    }

    @Bean
    GameAdoption gameAdoption(
            LiveGames games,
            ActorFactory actors,
            GameFactory factory,
            GameOpening opening,
            GameRules rules,
            Gateways gateways,
            TickWheel wheel,
            MoveReports moves,
            EndReports ends,
            ObjectProvider<GameKeeping> keeping) {
        return new GameAdoption(
                games,
                actors,
                factory,
                opening,
                rules,
                gateways,
                wheel,
                moves,
                ends,
                keeping.getIfAvailable(() -> GameKeeping.NONE));
    }

    @Bean
    GameShutdown gameShutdown(
            LinkServer server,
            ServiceLoad load,
            LiveGames games,
            GameLifecycle lifecycle,
            EndReports reports,
            ObjectProvider<HandOver> handOver,
            GameProperties properties) {
        return new GameShutdown(
                server,
                load,
                games,
                lifecycle,
                reports,
                handOver.getIfAvailable(() -> HandOver.NONE),
                properties.shutdown().grace(),
                properties.ending().recordTimeout(),
                properties.shutdown().reportGrace());
    }
}
