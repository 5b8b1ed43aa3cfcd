package dev.mallard.benchmarks.micro;

import dev.mallard.gateway.client.InLobby;
import dev.mallard.gateway.client.SessionState;
import dev.mallard.gateway.client.Verdict;
import dev.mallard.gateway.routing.Route;
import dev.mallard.gateway.routing.RoutingTable;
import dev.mallard.gateway.routing.RoutingTableBuilder;
import dev.mallard.protocol.PacketType;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finding out where a packet goes, and whether the state of its session allows it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Routing {

    private static final String LOBBY = "lobby";

    private final RoutingTable table = table();
    private final SessionState state = new InLobby();
    // Not constant for the compiler, as it is not on the wire.
    private int packetType = PacketType.GET_ROOM_LIST_REQUEST.id();

    /** Every packet of every state to one group: looking up takes the same time in any table. */
    private static RoutingTable table() {
        RoutingTableBuilder builder = RoutingTable.define();
        Stream.of(PacketType.values())
                .filter(PacketType::fromClient)
                .forEach(type -> builder.packets(type).to(LOBBY));
        return builder.build(Set.of(), List.of(LOBBY));
    }

    @Benchmark
    public Verdict route() {
        Route route = table.find(state.phase(), packetType);
        return route == null ? Verdict.Action.DROP : state.judge(route.destination(), route.type());
    }
}
