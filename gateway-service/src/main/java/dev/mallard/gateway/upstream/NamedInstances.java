package dev.mallard.gateway.upstream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The instances behind one name. One whose address appears is linked. One whose address is gone gets no new
 * work; it is given up when no link to it is left, or when it runs no game and has been gone for two
 * look-ups. A failed look-up changes nothing: what the links say is known better. Confined to one thread.
 */
final class NamedInstances {

    private static final Logger log = LoggerFactory.getLogger(NamedInstances.class);
    private static final int LOOK_UPS_TO_SETTLE = 2;

    private final UpstreamGroup group;
    private final InstanceAddress name;
    private final UpstreamGroups groups;
    private final UpstreamLinks links;
    private final AddressResolver resolver;
    private final Map<InstanceAddress, UpstreamInstance> instances = new LinkedHashMap<>();
    private final Map<InstanceAddress, Integer> missing = new LinkedHashMap<>();
    private boolean failing;

    NamedInstances(
            UpstreamGroup group,
            InstanceAddress name,
            UpstreamGroups groups,
            UpstreamLinks links,
            AddressResolver resolver) {
        this.group = group;
        this.name = name;
        this.groups = groups;
        this.links = links;
        this.resolver = resolver;
    }

    /** Looks the name up, and follows what has changed. Not on an event loop. */
    void refresh() {
        try {
            follow(resolve());
            failing = false;
        } catch (UnknownHostException unknown) {
            if (!failing) {
                failing = true;
                log.warn("Cannot find the instances of {} behind {}", group, name);
            }
        } catch (RuntimeException failure) {
            log.error("Looking up {} of {} failed", name, group, failure);
        }
    }

    private Set<InstanceAddress> resolve() throws UnknownHostException {
        Set<InstanceAddress> found = new LinkedHashSet<>();
        for (var address : resolver.resolve(name.host())) {
            found.add(new InstanceAddress(address.getHostAddress(), name.port()));
        }
        return found;
    }

    private void follow(Set<InstanceAddress> found) {
        for (InstanceAddress address : found) {
            UpstreamInstance known = instances.get(address);
            if (known == null) {
                appeared(address);
            } else if (missing.remove(address) != null) {
                log.info("Instance {} is back", known);
                known.withdrawn(false);
            }
        }
        for (UpstreamInstance instance : Set.copyOf(instances.values())) {
            if (!found.contains(instance.address())) {
                isMissing(instance);
            }
        }
    }

    private void appeared(InstanceAddress address) {
        UpstreamInstance instance = groups.add(group, address, name.host());
        instances.put(address, instance);
        log.info("Instance {} has appeared", instance);
        links.open(instance);
    }

    private void isMissing(UpstreamInstance instance) {
        int lookUps = missing.merge(instance.address(), 1, Integer::sum);
        if (lookUps == 1) {
            log.info("Instance {} is withdrawn", instance);
            instance.withdrawn(true);
        }
        boolean idle = instance.games() == 0 && lookUps >= LOOK_UPS_TO_SETTLE;
        if (idle || !instance.isUsable()) {
            log.info("Instance {} is given up", instance);
            instances.remove(instance.address());
            missing.remove(instance.address());
            groups.remove(instance);
            links.close(instance, () -> groups.closed(instance));
        }
    }
}
