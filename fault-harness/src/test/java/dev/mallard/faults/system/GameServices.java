package dev.mallard.faults.system;

import static org.awaitility.Awaitility.await;

import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.Instance;
import dev.mallard.faults.cluster.Service;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the game services of a cluster say about their games. */
record GameServices(Cluster cluster) {

    private static final Duration END_WITHIN = Duration.ofMinutes(1);

    /** How many games each of those has that run. */
    Map<Instance, Long> games() throws InterruptedException {
        Map<Instance, Long> games = new TreeMap<>(Comparator.comparing(Instance::name));
        for (Instance service : cluster.all(Service.GAME)) {
            if (service.running()) {
                games.put(service, summary(service).number("games"));
            }
        }
        return games;
    }

    void awaitNoGames() {
        await("the end of all games")
                .atMost(END_WITHIN)
                .until(() -> games().values().stream().allMatch(games -> games == 0));
    }

    /** Waits until every gateway has a link with a service. */
    void awaitLinks(Instance service) {
        for (Instance gateway : cluster.all(Service.GATEWAY)) {
            await("a link from " + gateway.name() + " to " + service.name())
                    .atMost(Players.PATIENCE.multipliedBy(2))
                    .until(() -> linked(gateway, service));
        }
    }

    private static boolean linked(Instance gateway, Instance service) throws InterruptedException {
        Json upstreams = Json.of(gateway.page("/actuator/upstreams").orElse("{}"));
        return upstreams.objects("groups").stream()
                .flatMap(group -> group.objects("instances").stream())
                .filter(instance -> service.name().equals(instance.fields().get("id")))
                .flatMap(instance -> instance.objects("links").stream())
                .anyMatch(link -> "UP".equals(link.fields().get("state")));
    }

    /** The service that runs a game. */
    Instance of(int gameId) throws InterruptedException {
        for (Instance service : cluster.all(Service.GAME)) {
            if (service.running() && service.page("/actuator/games/" + gameId).isPresent()) {
                return service;
            }
        }
        throw new AssertionError("no service has game " + gameId);
    }

    static boolean accepts(Instance service) throws InterruptedException {
        return Boolean.TRUE.equals(summary(service).fields().get("acceptingGames"));
    }

    static Json summary(Instance service) throws InterruptedException {
        return Json.of(service.page("/actuator/games").orElse("{}"));
    }

    /** Games that were created there since it has started. */
    static long created(Instance service) throws InterruptedException {
        return count(service, "mallard_game_creations_total", "");
    }

    /** The sum over all series of a counter that mention a text. */
    static long count(Instance service, String metric, String text) throws InterruptedException {
        String page = service.page("/actuator/prometheus").orElse("");
        return Pattern.compile("(?m)^" + metric + "(\\{.*})? (\\S+)$")
                .matcher(page)
                .results()
                .filter(sample -> sample.group().contains(text))
                .mapToLong(sample -> (long) Double.parseDouble(sample.group(2)))
                .sum();
    }
}
