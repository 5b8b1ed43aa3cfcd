package dev.mallard.game.snapshot;

import dev.mallard.game.content.GameContent;
import dev.mallard.game.content.ObjectKind;
import dev.mallard.game.content.ObjectType;
import dev.mallard.game.world.Core;
import dev.mallard.game.world.GameObject;
import dev.mallard.game.world.GameObjects;
import dev.mallard.game.world.ItemBox;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.Plain;

import java.io.IOException;
import java.util.List;

/**
 * Writes and reads the standing objects in the order of their ids: the core, then the others, of
 * which only what is not as usual takes space.
 */
final class ObjectCodec {

    private static final int END = 1;
    private static final int GAP = 2;
    private static final int KIND = 4;
    private static final int DAMAGED = 8;
    private static final int BOX = 16;

    private final GameContent content;
    private final ItemCodec items;
    private final int stackSize;

    ObjectCodec(GameContent content, ItemCodec items, int stackSize) {
        this.content = content;
        this.items = items;
        this.stackSize = stackSize;
    }

    void write(GameObjects objects, SnapshotOutput out) {
        writeCore(objects.core(), out);
        int previousId = Core.ID;
        int previousCode = objects.core().kind().code();
        List<GameObject> standing = objects.all();
        for (int index = 0; index < standing.size(); index++) {
            GameObject object = standing.get(index);
            if (object.id() != Core.ID) {
                write(object, previousId, previousCode, out);
                previousId = object.id();
                previousCode = object.kind().code();
            }
        }
        out.bits(END);
        out.number(objects.nextId());
    }

    GameObjects read(SnapshotInput in) throws IOException {
        Core core = readCore(in);
        GameObjects objects = new GameObjects(core);
        int id = Core.ID;
        ObjectKind kind = core.kind();
        int bits = in.bits();
        while ((bits & END) == 0) {
            id += (bits & GAP) == 0 ? 1 : in.number(2, Integer.MAX_VALUE - id - 1);
            kind = (bits & KIND) == 0 ? kind : readKind(in);
            objects.add(readObject(id, kind, bits, in));
            bits = in.bits();
        }
        objects.idsUsedBelow(in.number(objects.nextId(), Integer.MAX_VALUE));
        return objects;
    }

    private static void writeCore(Core core, SnapshotOutput out) {
        out.number(core.kind().code());
        out.number(core.hitPoints());
        out.point(core.x(), core.y());
        List<ItemStack> stacks = core.content();
        out.number(stacks.size());
        for (ItemStack stack : stacks) {
            out.number(stack.itemCode());
            out.number(stack.count());
        }
    }

    private Core readCore(SnapshotInput in) throws IOException {
        ObjectKind kind = readKind(in);
        if (kind.type() != ObjectType.CORE) {
            throw new SnapshotException("object " + kind.code() + " is no core");
        }
        Core core = new Core(kind, stackSize);
        in.hitPoints(core, 1);
        core.moveTo(in.coordinate(), in.coordinate());
        for (int left = in.number(); left > 0; left--) {
            core.add(items.readCode(in), in.number());
        }
        return core;
    }

    private void write(GameObject object, int previousId, int previousCode, SnapshotOutput out) {
        int id = object.id();
        int code = object.kind().code();
        boolean damaged = object.damaged();
        out.bits(
                (id == previousId + 1 ? 0 : GAP)
                        | (code == previousCode ? 0 : KIND)
                        | (damaged ? DAMAGED : 0)
                        | (object instanceof ItemBox ? BOX : 0));
        if (id != previousId + 1) {
            out.number(id - previousId);
        }
        if (code != previousCode) {
            out.number(code);
        }
        if (object instanceof ItemBox box) {
            items.write(box.inventory(), out);
        }
        out.point(object.x(), object.y());
        if (damaged) {
            out.number(object.hitPoints());
        }
    }

    private GameObject readObject(int id, ObjectKind kind, int bits, SnapshotInput in)
            throws IOException {
        boolean box = (bits & BOX) != 0;
        if (kind.type() == ObjectType.CORE || box != (kind.type() == ObjectType.BOX)) {
            throw new SnapshotException("object " + id + " cannot be a " + kind.type());
        }
        GameObject object = box ? new ItemBox(id, kind, items.read(in)) : new Plain(id, kind);
        object.moveTo(in.coordinate(), in.coordinate());
        if ((bits & DAMAGED) != 0) {
            in.hitPoints(object, 1);
        }
        return object;
    }

    private ObjectKind readKind(SnapshotInput in) throws IOException {
        int code = in.number();
        ObjectKind kind = content.object(code);
        if (kind == null) {
            throw new SnapshotException("there is no object kind " + code);
        }
        return kind;
    }
}
