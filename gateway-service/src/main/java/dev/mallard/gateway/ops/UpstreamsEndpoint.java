package dev.mallard.gateway.ops;

import dev.mallard.gateway.upstream.LinkState;
import dev.mallard.gateway.upstream.UpstreamGroup;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.gateway.upstream.UpstreamInstance;
import dev.mallard.gateway.upstream.UpstreamLink;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

import java.util.List;

/** Shows the services behind the gateway and the links to them. */
@Component
@Endpoint(id = "upstreams")
public class UpstreamsEndpoint {

    private final UpstreamGroups groups;

    public UpstreamsEndpoint(UpstreamGroups groups) {
        this.groups = groups;
    }

    /** All groups. */
    public record Upstreams(List<Group> groups) {}

    /** The instances of one service. */
    public record Group(String name, boolean available, List<Instance> instances) {}

    /**
     * One instance, and how busy it said it is, last.
     *
     * @param id its name for itself, or its address while that is not known
     * @param withdrawn whether its name does not lead to it any more
     */
    public record Instance(
            String id,
            String address,
            int sessions,
            int rooms,
            int games,
            boolean acceptingWork,
            boolean withdrawn,
            long reconnects,
            List<Link> links) {}

    /**
     * The link of one event loop.
     *
     * @param trouble why the link is not up, empty otherwise
     */
    public record Link(int loop, LinkState state, long pendingBytes, String trouble) {}

    @ReadOperation
    public Upstreams upstreams() {
        return new Upstreams(groups.all().stream().map(UpstreamsEndpoint::describe).toList());
    }

    private static Group describe(UpstreamGroup group) {
        return new Group(
                group.name(),
                group.isUsable(),
                group.instances().stream().map(UpstreamsEndpoint::describe).toList());
    }

    private static Instance describe(UpstreamInstance instance) {
        return new Instance(
                instance.id(),
                instance.address().toString(),
                instance.load().getSessions(),
                instance.load().getRooms(),
                instance.load().getGames(),
                instance.load().getAcceptingWork(),
                instance.isWithdrawn(),
                instance.reconnects(),
                instance.links().stream().map(UpstreamsEndpoint::describe).toList());
    }

    private static Link describe(UpstreamLink link) {
        return new Link(link.sessions().loop(), link.state(), link.pendingBytes(), link.trouble());
    }
}
