package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.bots.client.GameClient;
import dev.mallard.faults.cluster.FreePorts;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@Timeout(1800)
class LauncherSystemTest {

    private static final long MEMORY_LIMIT_KIB = 700 * 1024;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    @TempDir private Path folder;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void choosePorts() {
        List<Integer> ports = FreePorts.find(Launcher.PORT_VARIABLES.size());
        for (int i = 0; i < ports.size(); i++) {
            environment.put(Launcher.PORT_VARIABLES.get(i), ports.get(i).toString());
        }
    }

    @Test
    void startsASmallSuiteFromAnywhereAndStopsItCleanly() throws Exception {
        for (int run = 1; run <= 2; run++) {
            try (Launcher launcher = Launcher.run(folder, environment, "up")) {
                awaitUp(launcher);
                assertThat(launcher.output()).contains("localhost:" + port(0), "/actuator/health");
                try (GameClient client =
                        GameClient.connect("localhost", port(0), Players.PATIENCE)) {
                    if (run == 1) {
                        client.register(Players.email("resident"), Players.PASSWORD, "resident");
                    }
                    client.login(Players.email("resident"), Players.PASSWORD);
                    assertThat(client.listRooms().getRoomsCount()).isZero();
                }
                List<ProcessHandle> services = launcher.services();
                assertThat(services).hasSize(3);
                assertMemory(services);
                launcher.terminate();
                assertThat(launcher.exitCode()).isZero();
                assertThat(services).noneMatch(ProcessHandle::isAlive);
                assertThat(FreePorts.isFree(port(0))).isTrue();
            }
        }
    }

    private static void assertMemory(List<ProcessHandle> services) throws IOException {
        if (!Files.isReadable(Path.of("/proc/self/status"))) {
            return;
        }
        long sum = 0;
        for (ProcessHandle service : services) {
            Matcher resident =
                    RESIDENT.matcher(
                            Files.readString(
                                    Path.of("/proc", String.valueOf(service.pid()), "status")));
            assertThat(resident.find()).isTrue();
            sum += Long.parseLong(resident.group(1));
        }
        assertThat(sum).as("resident memory of all three, KiB").isLessThan(MEMORY_LIMIT_KIB);
    }

    @Test
    void aServiceThatDiesEndsTheOthers() throws Exception {
        try (Launcher launcher = Launcher.run(folder, environment, "up")) {
            awaitUp(launcher);
            List<ProcessHandle> services = launcher.services();
            services.getFirst().destroyForcibly();
            assertThat(launcher.exitCode()).isEqualTo(5);
            assertThat(services).noneMatch(ProcessHandle::isAlive);
            assertThat(launcher.output()).contains("service has ended: ");
        }
    }

    @Test
    void aServiceThatCannotStartSaysWhy() throws Exception {
        environment.put("SPRING_DATASOURCE_URL", "jdbc:h2:tcp://localhost:1/nowhere");
        try (Launcher launcher = Launcher.run(folder, environment, "up")) {
            assertThat(launcher.exitCode()).isEqualTo(5);
            assertThat(launcher.services()).isEmpty();
            assertThat(launcher.output()).contains("service has ended: ", "log: ");
        }
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("MALLARD_LOBBY_PORT", String.valueOf(taken.getLocalPort()));
            try (Launcher launcher = Launcher.run(folder, environment, "up")) {
                assertThat(launcher.exitCode()).isEqualTo(4);
                assertThat(launcher.output().lines())
                        .singleElement()
                        .asString()
                        .contains("Port " + taken.getLocalPort(), "MALLARD_LOBBY_PORT");
            }
        }
    }

    @Test
    void aPortHasToBeANumber() throws Exception {
        environment.put("MALLARD_CLIENT_PORT", "duck");
        try (Launcher launcher = Launcher.run(folder, environment, "up")) {
            assertThat(launcher.exitCode()).isEqualTo(2);
            assertThat(launcher.output()).contains("MALLARD_CLIENT_PORT", "duck");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "play", "gateway", "test"})
    void aMissingJdkIsNamed(String command) throws Exception {
        Path tools = pathWithoutJava();
        environment.put("JAVA_HOME", folder.resolve("nowhere").toString());
        environment.put("MALLARD_JDK_PATH", folder.toString());
        environment.put("PATH", tools.toString());
        try (Launcher launcher = Launcher.run(folder, environment, command)) {
            assertThat(launcher.exitCode()).isEqualTo(3);
            assertThat(launcher.output().lines()).singleElement().asString().contains("JDK 25");
        }
    }

    /** A folder with links to the few tools that the script needs until it looks for a JDK. */
    private Path pathWithoutJava() throws IOException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("bash", "dirname", "readlink", "sed", "tr", "head", "cat")) {
            Path real =
                    List.of("/bin", "/usr/bin").stream()
                            .map(dir -> Path.of(dir, tool))
                            .filter(Files::isExecutable)
                            .findFirst()
                            .orElse(null);
            assumeThat(real).as(tool).isNotNull();
            Files.createSymbolicLink(tools.resolve(tool), real);
        }
        return tools;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fly", "up now", "--port"})
    void anUnknownCommandIsRefused(String line) throws Exception {
        try (Launcher launcher = Launcher.run(folder, environment, line.split(" "))) {
            assertThat(launcher.exitCode()).isEqualTo(2);
            assertThat(launcher.output()).contains("./mallard help");
        }
    }

    @Test
    void helpTeaches() throws Exception {
        try (Launcher launcher = Launcher.run(folder, environment, "help")) {
            assertThat(launcher.exitCode()).isZero();
            assertThat(launcher.output())
                    .contains("up", "play", "gateway", "test", "MALLARD_DATA_DIR", "Exit codes")
                    .contains(Launcher.PORT_VARIABLES);
        }
    }

    private int port(int index) {
        return Integer.parseInt(environment.getOrDefault(Launcher.PORT_VARIABLES.get(index), "0"));
    }

    private static void awaitUp(Launcher launcher) {
        await("the suite to be up")
                .atMost(Duration.ofSeconds(600))
                .until(
                        () -> {
                            assertThat(launcher.isRunning()).as(launcher.output()).isTrue();
                            return launcher.output().contains("Mallard is up");
                        });
    }
}
