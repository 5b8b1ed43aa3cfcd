package dev.mallard.gateway.upstream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks up the names that stand for several instances, again and again, each in a thread of its own: a name
 * whose look-up hangs stays as it is, and delays no other.
 */
public final class InstanceDiscovery implements SmartLifecycle {

    private final List<NamedInstances> names = new ArrayList<>();
    private final Duration interval;
    private volatile @Nullable ScheduledExecutorService lookUps;

    InstanceDiscovery(
            UpstreamGroups groups,
            UpstreamLinks links,
            AddressResolver resolver,
            Duration interval) {
        this.interval = interval;
        for (UpstreamGroup group : groups.all()) {
            for (InstanceEntry entry : group.entries()) {
                if (entry instanceof InstanceEntry.Named(InstanceAddress name)) {
                    names.add(new NamedInstances(group, name, groups, links, resolver));
                }
            }
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService threads =
                Executors.newScheduledThreadPool(
                        names.size(), Thread.ofVirtual().name("discovery-", 0).factory());
        for (NamedInstances name : names) {
            threads.scheduleWithFixedDelay(
                    name::refresh, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
        lookUps = threads;
    }

    @Override
    public void stop() {
        ScheduledExecutorService threads = lookUps;
        if (threads != null) {
            lookUps = null;
            // A look-up that is under way changes nothing that matters any more.
            threads.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return lookUps != null;
    }

    @Override
    public int getPhase() {
        return UpstreamLinks.PHASE + 1;
    }
}
