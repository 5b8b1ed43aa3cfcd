package dev.mallard.game.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.mallard.game.world.Game;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.Member;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nobody adds a field to the state of a game and forgets that games are restored. */
class CarriedFieldsTest {

    /** What is in a snapshot, or follows from what is in it. */
    private static final Map<String, Set<String>> CARRIED =
            Map.ofEntries(
                    Map.entry("Body", Set.of("hitPoints", "x", "y")),
                    Map.entry("Core", Set.of("stacks")),
                    Map.entry(
                            "Equipment",
                            Set.of("weapon", "armour", "armourAttack", "armourDefence")),
                    Map.entry(
                            "Game",
                            Set.of(
                                    "id",
                                    "hostId",
                                    "seats",
                                    "monsters",
                                    "objects",
                                    "ground",
                                    "phase",
                                    "createdAt",
                                    "createdEpoch",
                                    "state",
                                    "startedEpoch",
                                    "pendingWave",
                                    "waveNumber",
                                    "nightsSurvived",
                                    "nextMonsterId",
                                    "hostSimulates",
                                    "tickNumber",
                                    "lastMonsterStepAt",
                                    "lastSimulationAt")),
                    Map.entry("GameObject", Set.of("id", "kind")),
                    Map.entry("GameObjects", Set.of("standing", "core", "nextId", "walls")),
                    Map.entry("GroundItem", Set.of("itemCode", "count", "x", "y")),
                    Map.entry("GroundItems", Set.of("items")),
                    Map.entry("Inventory", Set.of("codes", "counts")),
                    Map.entry("ItemBox", Set.of("inventory")),
                    Map.entry("ItemStack", Set.of("itemCode", "count")),
                    Map.entry("Member", Set.of("playerId", "nickname")),
                    Map.entry(
                            "Monster",
                            Set.of(
                                    "id",
                                    "kind",
                                    "wave",
                                    "displays",
                                    "homeX",
                                    "homeY",
                                    "target",
                                    "coolDownMillis",
                                    "moved",
                                    "lastFought",
                                    "lastObjectHit",
                                    "lastHitsOnPlayers",
                                    "lastHitsByPlayers")),
                    Map.entry("Monsters", Set.of("byId", "living", "moved")),
                    Map.entry("PendingWave", Set.of("waiting", "announcedAt")),
                    Map.entry("PhaseClock", Set.of("phase", "elapsed", "lastMillis", "plannedEnd")),
                    Map.entry(
                            "Player",
                            Set.of(
                                    "member",
                                    "seat",
                                    "inventory",
                                    "equipment",
                                    "swings",
                                    "hits",
                                    "objectHits",
                                    "chats",
                                    "allowance",
                                    "allowanceAt",
                                    "hunger",
                                    "hungerElapsed",
                                    "hungerAt",
                                    "dead")),
                    Map.entry("RateLimit", Set.of("level", "lastMillis")),
                    Map.entry("RecentTimes", Set.of("times")),
                    Map.entry("Seats", Set.of("hostId", "players", "view")));

    /** What is not in a snapshot. */
    private static final Map<String, Set<String>> LEFT_OUT =
            Map.ofEntries(
                    // comes from the content and the settings of the service that restores
                    Map.entry("Body", Set.of("maxHitPoints", "changes")),
                    Map.entry("Core", Set.of("stackSize")),
                    Map.entry("Inventory", Set.of("stackSize")),
                    // nobody has anything open in a restored game
                    Map.entry("Container", Set.of("holder")),
                    // besides the figures from the content: everybody is away
                    Map.entry("Player", Set.of("stats", "connected", "awaySince", "held")),
                    Map.entry("Seats", Set.of("connectedIds")),
                    // given by the restoring service, never there in a live game, kept to spare
                    // work
                    Map.entry("Game", Set.of("clock", "random", "result", "lastPositions")),
                    // tell whether a block of the last snapshot is still right
                    Map.entry("ChangeCounts", Set.of("counts", "blocks")),
                    Map.entry("GameObjects", Set.of("changes")),
                    Map.entry("Monsters", Set.of("changes")));

    @Test
    void everyFieldOfTheWorldIsCarriedOrLeftOutForAReason() {
        Map<String, Set<String>> known = new TreeMap<>();
        Stream.of(CARRIED, LEFT_OUT)
                .flatMap(fields -> fields.entrySet().stream())
                .forEach(
                        e ->
                                known.computeIfAbsent(e.getKey(), _ -> new TreeSet<>())
                                        .addAll(e.getValue()));
        assertThat(fieldsOfTheWorld())
                .as("Put a new field into the snapshot and raise its version, or say why not")
                .isEqualTo(known);
    }

    /** The fields of all that is no immutable message, and of the values that the state consists of. */
    private static Map<String, Set<String>> fieldsOfTheWorld() {
        Set<String> values =
                Stream.of(Member.class, GroundItem.class, ItemStack.class)
                        .map(Class::getName)
                        .collect(Collectors.toSet());
        Predicate<JavaClass> isState =
                type ->
                        values.contains(type.getName())
                                || !(type.isRecord()
                                        || type.isEnum()
                                        || type.isAssignableTo(Throwable.class));
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackagesOf(Game.class)
                        .stream()
                        .filter(isState)
                        .filter(type -> !instanceFields(type).isEmpty())
                        .collect(
                                Collectors.toMap(
                                        JavaClass::getSimpleName,
                                        CarriedFieldsTest::instanceFields,
                                        (one, _) -> one,
                                        TreeMap::new));
    }

    private static Set<String> instanceFields(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaField::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
