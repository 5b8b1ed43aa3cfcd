package dev.mallard.game.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.mallard.game.content.ObjectKind;
import dev.mallard.game.content.ObjectType;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

class GameObjectsTest {

    private static final ObjectKind CORE = kind(1, ObjectType.CORE);
    private static final ObjectKind TREE = kind(2, ObjectType.TREE);
    private static final ObjectKind WALL = kind(3, ObjectType.WALL);

    private final GameObjects objects = new GameObjects(new Core(CORE, 99));

    private static ObjectKind kind(int code, ObjectType type) {
        return new ObjectKind(code, type.name(), type, 100, null, List.of(), 0);
    }

    @Test
    void theCoreIsTheFirst() {
        objects.place(TREE, 1, 2);
        assertThat(objects.all()).extracting(GameObject::id).containsExactly(Core.ID, Core.ID + 1);
        assertThat(objects.find(Core.ID)).isSameAs(objects.core());
    }

    @Test
    void idsAreNotUsedAgain() {
        GameObject tree = objects.place(TREE, 1, 2);
        objects.remove(tree);
        assertThat(objects.place(TREE, 1, 2).id()).isEqualTo(tree.id() + 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> objects.add(new Plain(tree.id(), TREE)))
                .withMessageContaining("used before");
        objects.idsUsedBelow(90);
        assertThat(objects.place(TREE, 1, 2).id()).isEqualTo(90);
    }

    @Test
    void onlyIdsThatWereGivenOutCanBeDestroyed() {
        GameObject tree = objects.place(TREE, 1, 2);
        assertThat(objects.destroyed(tree.id())).isFalse();
        objects.remove(tree);
        assertThat(objects.destroyed(tree.id())).isTrue();
        assertThat(objects.destroyed(tree.id() + 1)).isFalse();
        assertThat(objects.destroyed(0)).isFalse();
    }

    @Test
    void standingWallsAreCounted() {
        GameObject wall = objects.place(WALL, 1, 2);
        objects.place(WALL, 1, 3);
        objects.place(TREE, 1, 4);
        assertThat(objects.walls()).isEqualTo(2);
        objects.remove(wall);
        objects.remove(wall);
        assertThat(objects.walls()).isEqualTo(1);
    }

    @Test
    void whoeverStandsIsFoundByItsIdWhateverHasGone() {
        TreeMap<Integer, GameObject> expected = new TreeMap<>();
        expected.put(Core.ID, objects.core());
        Random random = new Random(1);
        for (int step = 0; step < 2000; step++) {
            if (expected.size() < 2 || random.nextInt(3) > 0) {
                GameObject placed = objects.place(TREE, step, step);
                expected.put(placed.id(), placed);
            } else {
                List<GameObject> trees = new ArrayList<>(expected.values());
                GameObject gone = trees.get(1 + random.nextInt(trees.size() - 1));
                expected.remove(gone.id());
                objects.remove(gone);
            }
        }
        assertThat(objects.all()).containsExactlyElementsOf(expected.values());
        for (int id = -1; id <= objects.nextId(); id++) {
            assertThat(objects.find(id)).isSameAs(expected.get(id));
        }
    }
}
