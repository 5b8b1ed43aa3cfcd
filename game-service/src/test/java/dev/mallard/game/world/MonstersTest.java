package dev.mallard.game.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.mallard.game.content.DropGrade;
import dev.mallard.game.content.MonsterKind;
import dev.mallard.game.content.PlayerStats;

import org.junit.jupiter.api.Test;

import java.util.List;

class MonstersTest {

    private static final MonsterKind KIND =
            new MonsterKind(201, "Duckling", 50, 5, 0, 7, 10, DropGrade.D, 8.5, 10, 2000, false);

    private final Monsters monsters = new Monsters();

    private Monster add(int id) {
        Monster monster = new Monster(id, KIND, false);
        monsters.add(monster);
        return monster;
    }

    @Test
    void areInTheOrderOfTheirIds() {
        add(5);
        add(900);
        add(7);
        assertThat(monsters.refs()).extracting(MonsterRef::monsterId).containsExactly(5, 7, 900);
        assertThatIllegalStateException().isThrownBy(() -> add(7));
    }

    @Test
    void areFoundById() {
        Monster monster = add(900);
        assertThat(monsters.find(900)).isSameAs(monster);
        assertThat(monsters.find(901)).isNull();
        assertThat(monsters.find(-1)).isNull();
        assertThat(monsters.find(Integer.MAX_VALUE)).isNull();
        monsters.remove(monster);
        assertThat(monsters.find(900)).isNull();
        assertThat(monsters.size()).isZero();
    }

    @Test
    void moveOncePerReport() {
        Monster one = add(1);
        Monster two = add(2);
        monsters.markMoved(two);
        monsters.markMoved(one);
        monsters.markMoved(two);
        two.moveTo(4, 5);
        monsters.remove(one);
        assertThat(monsters.takeMoved()).containsExactly(new MonsterPosition(2, 201, 4, 5));
        assertThat(monsters.anyMoved()).isFalse();
    }

    @Test
    void rememberHitsPerSeat() {
        Monster monster = add(1);
        Player third = new Player(new Member(3, "c"), 2, stats(), 9);
        Player first = new Player(new Member(1, "a"), 0, stats(), 9);
        monster.hit(third, 700);
        monster.hitBy(first, 800);
        assertThat(monster.lastHitOn(third)).isEqualTo(700);
        assertThat(1000 - monster.lastHitOn(first)).isGreaterThan(1_000_000);
        assertThat(monster.lastHitBy(first)).isEqualTo(800);
        assertThat(1000 - monster.lastHitBy(third)).isGreaterThan(1_000_000);
    }

    private static PlayerStats stats() {
        return new PlayerStats(100, 100, 2000, 5, 10, 3, 18, List.of());
    }
}
