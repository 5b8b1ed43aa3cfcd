package dev.mallard.gateway;

import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.client.ClientListener;
import dev.mallard.gateway.client.SessionCounters;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.gateway.upstream.UpstreamLink;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A whole gateway on free ports, with a database in memory. */
public final class RunningGateway implements AutoCloseable {

    private static final AtomicInteger USERS = new AtomicInteger();

    private final ConfigurableApplicationContext context;

    /**
     * @param lobbies addresses of the lobbies, separated by commas
     * @param games addresses of the game services
     * @param settings further settings, {@code name=value}
     */
    public RunningGateway(String lobbies, String games, String... settings) {
        this(List.of(), lobbies, games, settings);
    }

    /**
     * @param configurations of beans that take the place of the gateway's own
     */
    public RunningGateway(
            List<Class<?>> configurations, String lobbies, String games, String... settings) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--mallard.gateway.client.port=0",
                                "--mallard.gateway.client.bind-address=127.0.0.1",
                                "--mallard.gateway.upstream.groups.lobby.instances=" + lobbies,
                                "--mallard.gateway.upstream.groups.game.instances=" + games,
                                "--mallard.gateway.accounts.hashing.memory=64KB",
                                "--mallard.gateway.accounts.hashing.iterations=1",
                                "--spring.datasource.url=jdbc:h2:mem:"
                                        + UUID.randomUUID()
                                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                                        + "CASE_INSENSITIVE_IDENTIFIERS=TRUE"));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        this.context =
                new SpringApplicationBuilder(GatewayApplication.class)
                        .sources(configurations.toArray(Class<?>[]::new))
                        .run(arguments.toArray(String[]::new));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Waits until every link is up. */
    public RunningGateway awaitLinks() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> links().stream().allMatch(UpstreamLink::isUsable));
        return this;
    }

    public List<UpstreamLink> links() {
        return bean(UpstreamGroups.class).instances().stream()
                .flatMap(instance -> instance.links().stream())
                .toList();
    }

    public TestClient connect() throws IOException {
        return new TestClient(bean(ClientListener.class).port());
    }

    /** A client whose new user has logged in. */
    public TestClient loggedIn() throws IOException {
        String name = newUser();
        return connect().register(name).login(name);
    }

    /** A name that no user of this process has had. */
    public String newUser() {
        return "user" + USERS.incrementAndGet();
    }

    public SessionCounters counters() {
        return bean(SessionCounters.class);
    }

    public int httpPort() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Stops as after SIGTERM. */
    @Override
    public void close() {
        context.close();
    }
}
