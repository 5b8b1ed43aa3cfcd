package dev.mallard.benchmarks.process;

import dev.mallard.benchmarks.load.LoadServices;
import dev.mallard.benchmarks.yardstick.BareRelay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The gateways that can be measured. */
public enum GatewayKind {
    /** The gateway application as it is deployed, limits, metrics and health included. */
    MALLARD("mallard") {
        @Override
        public ServerProcess launch(Installation home, LoadServices services)
                throws IOException, InterruptedException {
            return MallardGateway.launch(
                    this, home, services, home.jar("gateway-service"), List.of());
        }
    },
    /** Another build of the gateway application, or the same one with other options of the JVM. */
    OTHER("other") {
        @Override
        public ServerProcess launch(Installation home, LoadServices services)
                throws IOException, InterruptedException {
            Path jar = home.otherJar();
            return MallardGateway.launch(
                    this,
                    home,
                    services,
                    jar == null ? home.jar("gateway-service") : jar,
                    home.otherOptions());
        }
    },
    /** The least that a gateway on Netty has to do. */
    BARE("bare-netty") {
        @Override
        public ServerProcess launch(Installation home, LoadServices services)
                throws IOException, InterruptedException {
            return launchYardstick(
                    this,
                    home,
                    services,
                    home.java(
                            "-cp",
                            System.getProperty("java.class.path"),
                            BareRelay.class.getName()));
        }
    },
    /** A gateway of the usual kind on Node. */
    NODE("node") {
        @Override
        public ServerProcess launch(Installation home, LoadServices services)
                throws IOException, InterruptedException {
            Path script = home.directory().resolve("benchmarks/src/main/node/gateway.js");
            return launchYardstick(this, home, services, List.of("node", script.toString()));
        }
    };

    private final String label;

    GatewayKind(String label) {
        this.label = label;
    }

    /** What it is called in the tables. */
    public String label() {
        return label;
    }

    /** Whether clients have to register and log in. */
    public boolean wantsLogin() {
        return this == MALLARD || this == OTHER;
    }

    /** Starts the gateway, and waits until clients can connect. */
    public abstract ServerProcess launch(Installation home, LoadServices services)
            throws IOException, InterruptedException;

    private static ServerProcess launchYardstick(
            GatewayKind kind, Installation home, LoadServices services, List<String> program)
            throws IOException, InterruptedException {
        int port = Ports.free();
        List<String> command = new ArrayList<>(program);
        command.add(Integer.toString(port));
        command.add(Integer.toString(services.lobbyPort()));
        ServerProcess process =
                ServerProcess.start(kind.label(), command, Map.of(), home.runDirectory(), port);
        Readiness.await(process, () -> process.output().contains("ready"));
        return process;
    }
}
