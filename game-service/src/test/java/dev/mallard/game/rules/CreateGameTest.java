package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mallard.game.support.TestSettings;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameState;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.MonsterRef;
import dev.mallard.game.world.ObjectView;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

class CreateGameTest {

    private final Match match = Match.prepared();

    @Test
    void tellsTheHostWhatIsThereAndThenAllThatItIs() {
        assertThat(match.out.sent).hasSize(2);
        assertThat(match.out.sent.get(0).audience()).isEqualTo(Audience.HOST);
        assertThat(match.out.sent.get(0).event()).isInstanceOf(GameEvent.GamePrepared.class);
        assertThat(match.out.sent.get(1).audience()).isEqualTo(Audience.ALL);
        assertThat(match.out.sent.get(1).event())
                .isEqualTo(
                        new GameEvent.GameAnnounced(
                                Match.GAME_ID,
                                Match.HOST,
                                List.of(
                                        new Member(Match.HOST, "player0"),
                                        new Member(Match.GUEST, "player1"))));
        assertThat(match.game.state()).isEqualTo(GameState.PREPARED);
    }

    @Test
    void createsTheMonsters() {
        List<MonsterRef> monsters = match.out.only(GameEvent.GamePrepared.class).monsters();
        Map<Integer, Integer> byCode = new TreeMap<>();
        monsters.forEach(monster -> byCode.merge(monster.monsterCode(), 1, Integer::sum));

        assertThat(byCode)
                .isEqualTo(
                        Map.of(
                                201, 29, 202, 30, 203, 30, 204, 30, 205, 50, 206, 50, 207, 50, 208,
                                1));
        assertThat(monsters).extracting(MonsterRef::monsterId).isSorted().doesNotContain(270);
        assertThat(monsters.getLast()).isEqualTo(new MonsterRef(271, 208));
        assertThat(match.game.reserveMonsterId()).isEqualTo(272);
    }

    @Test
    void createsTheObjectsWithTheCoreFirst() {
        List<ObjectView> objects = match.out.only(GameEvent.GamePrepared.class).objects();

        assertThat(objects).hasSize(111);
        assertThat(objects.get(0)).isEqualTo(new ObjectView(1, 1, List.of(), 0, 0));
        assertThat(objects).extracting(ObjectView::objectId).isSorted();
        assertThat(objects.subList(1, 31)).extracting(ObjectView::objectCode).containsOnly(4);
        assertThat(objects.subList(31, 51)).extracting(ObjectView::objectCode).containsOnly(3);
        assertThat(objects.subList(51, 61)).extracting(ObjectView::objectCode).containsOnly(2);
        assertThat(objects.subList(61, 111)).extracting(ObjectView::objectCode).containsOnly(5);
        assertThat(objects.subList(61, 111))
                .extracting(ObjectView::content)
                .containsOnly(List.of(new ItemStack(801, 1)));
    }

    @Test
    void fillsTheBoxes() {
        int kits = 0;
        int boxes = 0;
        for (int seed = 0; seed < 50; seed++) {
            List<ObjectView> objects =
                    new Match(TestSettings.defaults(), 1, seed)
                            .out
                            .only(GameEvent.GamePrepared.class)
                            .objects();
            for (ObjectView box : objects.subList(1, 61)) {
                boxes++;
                kits += checkBox(box) ? 1 : 0;
            }
        }
        assertThat(kits / (double) boxes).isBetween(0.26, 0.34);
    }

    /** Returns whether the box holds a wall kit. */
    private static boolean checkBox(ObjectView box) {
        assertThat(box.content()).hasSize(8);
        List<Integer> codes =
                new ArrayList<>(
                        box.content().stream()
                                .filter(stack -> stack.count() > 0)
                                .map(ItemStack::itemCode)
                                .toList());
        assertThat(box.content().subList(0, codes.size())).doesNotContain(ItemStack.EMPTY);
        boolean kit = codes.remove(Integer.valueOf(901));
        assertThat(codes).hasSizeBetween(1, 4);
        assertThat(codes.stream().map(CreateGameTest::grade).distinct()).hasSize(1);
        return kit;
    }

    private static Object grade(int code) {
        var food = Match.CONTENT.food(code);
        if (food != null) {
            return food.grade();
        }
        var weapon = Match.CONTENT.weapon(code);
        assertThat(weapon).as("item %d", code).isNotNull();
        assertThat(weapon.coated()).isFalse();
        return weapon.grade();
    }

    @Test
    void refusesMembersThatMakeNoGame() {
        assertThatIllegalArgumentException().isThrownBy(() -> create(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> create(members(12, 3)));
        assertThatIllegalArgumentException().isThrownBy(() -> create(members(11, 9)));
        Member host = new Member(11, "a");
        assertThatIllegalArgumentException().isThrownBy(() -> create(List.of(host, host)));
    }

    private static List<Member> members(int firstId, int count) {
        return IntStream.range(firstId, firstId + count)
                .mapToObj(id -> new Member(id, "p" + id))
                .toList();
    }

    private void create(List<Member> members) {
        match.rules.create(1, Match.HOST, members, Match.random(1), match.clock, match.out);
    }
}
