package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.faults.cluster.Database;
import dev.mallard.faults.cluster.Service;
import dev.mallard.faults.system.RoomUser.Entry;
import dev.mallard.faults.system.RoomUser.Kind;
import dev.mallard.faults.system.RoomUser.Outcome;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.User;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lobby is killed while many users make, enter and leave rooms: what was answered with success stays. The
 * system property {@code mallard.kill.requests} says after how many answers.
 */
@Timeout(900)
class LobbyKillSystemTest {

    private static final int ROOMS_THAT_STAY = 8;
    private static final int MAKERS = 16;
    private static final int WANDERERS = 30;
    private static final int LEAVING_WITHOUT_A_WORD = 5;

    /** Requests that are answered before the lobby is killed. */
    private static final int ANSWERED = Integer.getInteger("mallard.kill.requests", 300);

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(120);
    private static final Duration SETTLE_TIME = Duration.ofSeconds(10);
    private static final Path REPORTS = Path.of("target", "system-tests", "lobby-kill");

    /** Cheap passwords: they are not what this is about. */
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "MALLARD_GATEWAY_ACCOUNTS_HASHING_MEMORY", "64KB",
                    "MALLARD_GATEWAY_ACCOUNTS_HASHING_ITERATIONS", "1",
                    "MALLARD_LOBBY_PRESENCE_SETTLETIME", SETTLE_TIME.toSeconds() + "s");

    private final List<RoomUser> owners = new ArrayList<>();
    private final List<RoomUser> makers = new ArrayList<>();
    private final List<RoomUser> wanderers = new ArrayList<>();

    @Test
    void onTheDefaultDatabase() throws Exception {
        try (SuiteProcesses suite = SuiteProcesses.started("lobby-kill-h2", SETTINGS)) {
            losesNothing(suite, "h2");
        }
    }

    @Test
    void onPostgres() throws Exception {
        try (Database database = Database.started()) {
            Map<String, String> settings = new HashMap<>(SETTINGS);
            settings.putAll(database.settings());
            try (SuiteProcesses suite = SuiteProcesses.started("lobby-kill-postgres", settings)) {
                losesNothing(suite, "postgres");
            }
        }
    }

    private void losesNothing(SuiteProcesses suite, String name) throws Exception {
        try {
            logIn(suite);
            RoomUser witness = RoomUser.loggedIn(suite, "witness");
            killUnderLoad(suite);

            List<RoomUser> gone = leaveWithoutAWord();
            suite.launch(Service.LOBBY);
            suite.awaitPort(Service.LOBBY);
            await().atMost(SETTLE_TIME)
                    .ignoreExceptions()
                    .until(() -> witness.client().listRooms().isInitialized());
            List<RoomData> rooms = witness.client().listRooms().getRoomsList();

            assertThat(misplaced(rooms)).isEmpty();
            report(name, rooms);
            assertThat(account().filter(e -> e.outcome() == Outcome.SUCCESS).count())
                    .isGreaterThan(ANSWERED / 2);
            assertThat(owners).allSatisfy(owner -> assertThat(owner.room()).isPositive());
            awaitGone(witness, gone);
            assertIdsAreNew(witness);
            witness.close();
        } finally {
            everybody().forEach(RoomUser::close);
        }
    }

    private void logIn(SuiteProcesses suite) throws Exception {
        for (int i = 0; i < ROOMS_THAT_STAY; i++) {
            RoomUser owner = RoomUser.loggedIn(suite, "owner-" + i);
            owner.create("stays " + i, 8);
            owners.add(owner);
        }
        for (int i = 0; i < MAKERS; i++) {
            makers.add(RoomUser.loggedIn(suite, "maker-" + i));
        }
        for (int i = 0; i < WANDERERS; i++) {
            wanderers.add(RoomUser.loggedIn(suite, "wanderer-" + i));
        }
    }

    /** The users go on until each has lost a request to the death of the lobby. */
    private void killUnderLoad(SuiteProcesses suite) throws Exception {
        List<Future<?>> users = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            makers.forEach(maker -> users.add(threads.submit(() -> make(maker))));
            wanderers.forEach(user -> users.add(threads.submit(() -> wander(user))));
            await().atMost(ANSWERED_WITHIN)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> account().count() >= ANSWERED);
            suite.kill(Service.LOBBY);
            for (Future<?> user : users) {
                user.get(60, TimeUnit.SECONDS);
            }
        }
    }

    private static Void make(RoomUser maker) throws InterruptedException {
        while (!maker.hasLostARequest()) {
            if (maker.room() == RoomUser.LOBBY) {
                maker.create("short", 2);
            } else {
                maker.leave();
            }
        }
        return null;
    }

    private Void wander(RoomUser wanderer) throws InterruptedException {
        while (!wanderer.hasLostARequest()) {
            if (wanderer.room() == RoomUser.LOBBY) {
                int room = ThreadLocalRandom.current().nextInt(owners.size());
                wanderer.join(owners.get(room).room());
            } else {
                wanderer.leave();
            }
        }
        return null;
    }

    /** Some close their connections while there is no lobby to be told. */
    private List<RoomUser> leaveWithoutAWord() {
        List<RoomUser> gone = new ArrayList<>(wanderers.subList(0, LEAVING_WITHOUT_A_WORD));
        gone.add(owners.getLast());
        gone.forEach(RoomUser::close);
        return gone;
    }

    private List<RoomUser> everybody() {
        List<RoomUser> all = new ArrayList<>(owners);
        all.addAll(makers);
        all.addAll(wanderers);
        return all;
    }

    /** Those who are where they cannot be after what was answered. */
    private List<RoomUser> misplaced(List<RoomData> rooms) {
        Map<Integer, RoomData> places = places(rooms);
        return everybody().stream().filter(user -> !user.canBeIn(places.get(user.id()))).toList();
    }

    private static Map<Integer, RoomData> places(List<RoomData> rooms) {
        Map<Integer, RoomData> places = new HashMap<>();
        for (RoomData room : rooms) {
            for (User user : room.getUsersList()) {
                assertThat(places.put(user.getUserId(), room)).as("in two rooms").isNull();
            }
            assertThat(room.getUsersCount()).isBetween(1, room.getMaxUserNum());
        }
        return places;
    }

    /** When the gateways have had time to tell who is there, the others leave by the rules. */
    private void awaitGone(RoomUser witness, List<RoomUser> gone) {
        int dissolved = owners.getLast().room();
        await().atMost(SETTLE_TIME.multipliedBy(3))
                .untilAsserted(
                        () -> {
                            List<RoomData> rooms = witness.client().listRooms().getRoomsList();
                            assertThat(places(rooms).keySet())
                                    .doesNotContainAnyElementsOf(
                                            gone.stream().map(RoomUser::id).toList());
                            assertThat(rooms)
                                    .noneMatch(room -> room.getRoomId() == dissolved)
                                    .extracting(RoomData::getRoomId)
                                    .contains(owners.getFirst().room());
                        });
    }

    private void assertIdsAreNew(RoomUser witness) throws InterruptedException {
        List<Integer> made =
                account()
                        .filter(e -> e.kind() == Kind.CREATE && e.outcome() == Outcome.SUCCESS)
                        .map(Entry::room)
                        .toList();
        Set<Integer> different = new HashSet<>(made);
        assertThat(different).hasSameSizeAs(made);
        witness.create("new", 2);
        assertThat(witness.room()).isGreaterThan(made.stream().max(Integer::compare).orElseThrow());
    }

    private Stream<Entry> account() {
        return everybody().stream().flatMap(user -> user.account().stream());
    }

    /** Writes down the account, for people. */
    private void report(String name, List<RoomData> rooms) throws IOException {
        Map<String, Long> outcomes =
                account()
                        .collect(
                                Collectors.groupingBy(
                                        e -> e.kind() + " " + e.outcome(),
                                        TreeMap::new,
                                        Collectors.counting()));
        List<RoomUser> inside =
                everybody().stream().filter(user -> user.room() != RoomUser.LOBBY).toList();
        List<String> lines = new ArrayList<>();
        lines.add("requests: " + account().count() + " " + outcomes);
        lines.add(
                "in a room when the lobby died, by what was answered: "
                        + inside.size()
                        + " users, of whom "
                        + inside.stream().filter(user -> !user.hasLostARequest()).count()
                        + " had no request under way");
        lines.add("rooms after the return: " + rooms.size());
        lines.add("users after the return: " + places(rooms).size());
        lines.add("users who are where they cannot be: " + misplaced(rooms).size());
        Files.createDirectories(REPORTS);
        Files.write(REPORTS.resolve(name + ".txt"), lines);
    }
}
