package dev.mallard.game.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.content.DropGrade;
import dev.mallard.game.content.MonsterKind;
import dev.mallard.game.content.ObjectKind;
import dev.mallard.game.content.ObjectType;
import dev.mallard.game.content.PlayerStats;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

class ChangeCountsTest {

    private static final MonsterKind MONSTER =
            new MonsterKind(201, "Duckling", 50, 5, 0, 7, 10, DropGrade.D, 8.5, 10, 2000, false);
    private static final ObjectKind BOX =
            new ObjectKind(2, "Box", ObjectType.BOX, 100, null, List.of(), 0);
    private static final ObjectKind CORE =
            new ObjectKind(1, "Core", ObjectType.CORE, 100, null, List.of(), 0);
    private static final Player PLAYER =
            new Player(
                    new Member(7, "ann"),
                    0,
                    new PlayerStats(100, 100, 1000, 1, 5, 4.5, 8, List.of()),
                    99);

    private final Monsters monsters = new Monsters();
    private final GameObjects objects = new GameObjects(new Core(CORE, 99));

    static Stream<Consumer<Monster>> changesOfAMonster() {
        return Stream.of(
                monster -> monster.moveTo(1, 2),
                monster -> monster.home(1, 2),
                monster -> monster.hurt(1),
                monster -> monster.target(PLAYER),
                monster -> monster.coolDownMillis(5),
                monster -> monster.hit(PLAYER, 5),
                monster -> monster.hitBy(PLAYER, 5),
                monster -> monster.hitObject(5),
                monster -> monster.tryDisplay(5, 1),
                monster -> monster.displays(new RateLimit(1, 5)));
    }

    @ParameterizedTest
    @MethodSource("changesOfAMonster")
    void everyChangeOfAMonsterCountsForItsBlock(Consumer<Monster> change) {
        monsters.add(new Monster(3, MONSTER, false));
        Monster monster = new Monster(40, MONSTER, false);
        monsters.add(monster);
        int before = monsters.changes().of(1);
        int other = monsters.changes().of(0);
        change.accept(monster);
        assertThat(monsters.changes().of(1)).isGreaterThan(before);
        assertThat(monsters.changes().of(0)).isEqualTo(other);
    }

    @Test
    void comingAndGoingAreChanges() {
        assertThat(monsters.changes().blocks()).isZero();
        Monster monster = new Monster(1000, MONSTER, false);
        monsters.add(monster);
        assertThat(monsters.changes().blocks()).isEqualTo(1000 / ChangeCounts.BLOCK + 1);
        int there = monsters.changes().of(1000 / ChangeCounts.BLOCK);
        monsters.remove(monster);
        assertThat(monsters.changes().of(1000 / ChangeCounts.BLOCK)).isGreaterThan(there);
    }

    static Stream<Consumer<ItemBox>> changesOfABox() {
        return Stream.of(
                box -> box.add(5, 1),
                box -> box.remove(4, 1),
                box -> box.hurt(1),
                box -> box.moveTo(3, 4));
    }

    @ParameterizedTest
    @MethodSource("changesOfABox")
    void everyChangeOfABoxCounts(Consumer<ItemBox> change) {
        ItemBox box = new ItemBox(objects.nextId(), BOX, new Inventory(8, 99));
        box.add(4, 2);
        objects.add(box);
        int before = objects.changes().of(0);
        change.accept(box);
        assertThat(objects.changes().of(0)).isGreaterThan(before);
    }

    @Test
    void aDestroyedObjectIsAChange() {
        GameObject placed = objects.place(BOX, 1, 2);
        int before = objects.changes().of(0);
        objects.remove(placed);
        assertThat(objects.changes().of(0)).isGreaterThan(before);
    }
}
