package dev.mallard.faults.inject;

import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.Database;
import dev.mallard.faults.cluster.Instance;
import dev.mallard.faults.cluster.Redis;
import dev.mallard.faults.proxy.Disturbance;
import dev.mallard.faults.proxy.TcpProxy;
import dev.mallard.faults.script.Fault;
import dev.mallard.faults.script.Spot;
import dev.mallard.faults.script.Way;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;

/** Makes faults happen. One thread. */
public final class Injector {

    /** Longer than any service takes for its farewell. */
    private static final Duration TERMINATED_WITHIN = Duration.ofSeconds(90);

    private final Estate estate;
    private final Cluster cluster;

    public Injector(Estate estate) {
        this.estate = estate;
        this.cluster = estate.cluster();
    }

    /**
     * Begins a fault.
     *
     * @return what ends it
     * @throws IllegalStateException if the estate does not have what it needs
     */
    public Injection begin(Fault fault) throws IOException, InterruptedException {
        return switch (fault) {
            case Fault.Kill(Spot at) -> kill(instance(at));
            case Fault.Terminate(Spot at) -> terminate(instance(at));
            case Fault.Freeze freeze -> freeze(instance(freeze.at()));
            case Fault.Refuse refuse -> refuse(proxy(refuse.at()));
            case Fault.Reset(Way at) -> reset(proxy(at));
            case Fault.HalfOpen halfOpen -> disturb(halfOpen.at(), new Disturbance.Swallow());
            case Fault.Stall stall -> disturb(stall.at(), new Disturbance.Hold());
            case Fault.Latency latency ->
                    disturb(latency.at(), new Disturbance.Delay(latency.delay()));
            case Fault.Bandwidth narrow ->
                    disturb(narrow.at(), new Disturbance.Bandwidth(narrow.bytesPerSecond()));
            case Fault.Outage outage -> outage(outage);
            case Fault.ClockJump jump -> jump(instance(jump.at()), jump.by());
        };
    }

    private static Injection kill(Instance instance) throws InterruptedException {
        instance.kill();
        return instance::start;
    }

    private static Injection terminate(Instance instance) {
        instance.terminate();
        return () -> {
            instance.awaitEnd(TERMINATED_WITHIN);
            instance.start();
        };
    }

    private static Injection freeze(Instance instance) throws IOException, InterruptedException {
        instance.freeze();
        return instance::thaw;
    }

    private static Injection refuse(TcpProxy proxy) {
        proxy.refuse();
        return proxy::heal;
    }

    private static Injection reset(TcpProxy proxy) {
        proxy.reset();
        return () -> {};
    }

    private Injection disturb(Way way, Disturbance disturbance) {
        TcpProxy proxy = proxy(way);
        proxy.disturb(disturbance);
        return proxy::heal;
    }

    private Injection outage(Fault.Outage outage) throws IOException, InterruptedException {
        Database database = estate.database();
        return switch (outage.kind()) {
            case DATABASE_STOP -> {
                database.stop();
                yield database::start;
            }
            case DATABASE_FREEZE -> {
                database.freeze();
                yield database::thaw;
            }
            case DISK_FULL -> fillDisk(known(estate.disk(), "disk that can be filled"));
            case REDIS_STOP -> {
                Redis redis = known(estate.redis(), "Redis");
                redis.stop();
                yield redis::start;
            }
            case REDIS_FREEZE -> {
                Redis redis = known(estate.redis(), "Redis");
                redis.freeze();
                yield redis::thaw;
            }
            default -> throw new IllegalArgumentException(outage.kind() + " is no outage");
        };
    }

    /** A server that has ended for want of space is started again, as an operator would. */
    private Injection fillDisk(SmallDisk disk) throws IOException {
        disk.fill();
        estate.database().exhaustLog();
        return () -> {
            disk.free();
            estate.database().startIfEnded();
        };
    }

    private Injection jump(Instance instance, Duration by) throws IOException {
        FakeClock clock = known(estate.clocks().get(instance), "clock to change");
        clock.show(by);
        return () -> clock.show(Duration.ZERO);
    }

    private Instance instance(Spot spot) {
        return cluster.instance(spot.service(), spot.number());
    }

    private TcpProxy proxy(Way way) {
        return switch (way) {
            case Way.Door(int gateway) -> cluster.network().door(cluster.gateway(gateway));
            case Way.Link(int gateway, Spot to) ->
                    cluster.network().link(cluster.gateway(gateway), instance(to));
        };
    }

    private static <T> T known(@Nullable T thing, String name) {
        if (thing == null) {
            throw new IllegalStateException("there is no " + name);
        }
        return thing;
    }
}
