package dev.mallard.game.snapshot;

import dev.mallard.game.content.GameContent;
import dev.mallard.game.content.ObjectKind;
import dev.mallard.game.content.ObjectType;
import dev.mallard.game.world.ChangeCounts;
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

    /** In the place of a block's number, which begin at 1 here. */
    private static final int END = 0;

    private static final int GAP = 1;
    private static final int KIND = 2;
    private static final int DAMAGED = 4;
    private static final int BOX = 8;

    private static final int MOST_BLOCKS = Integer.MAX_VALUE / ChangeCounts.BLOCK - 1;

    private final GameContent content;
    private final ItemCodec items;
    private final int stackSize;

    ObjectCodec(GameContent content, ItemCodec items, int stackSize) {
        this.content = content;
        this.items = items;
        this.stackSize = stackSize;
    }

    void write(GameObjects objects, BlockCache cache, SnapshotOutput out) {
        writeCore(objects.core(), out);
        cache.write(
                objects.changes(),
                out,
                block -> {
                    writeBlock(objects, block, out);
                    return true;
                });
        out.number(END);
        out.number(objects.nextId());
    }

    GameObjects read(SnapshotInput in) throws IOException {
        Core core = readCore(in);
        GameObjects objects = new GameObjects(core);
        int block = in.number();
        while (block != END) {
            readBlock(objects, block - 1, in);
            block = in.number();
        }
        objects.idsUsedBelow(in.number(objects.nextId(), Integer.MAX_VALUE));
        return objects;
    }

    /** Writes the objects of a block, if there are any but the core, independently of those before. */
    private void writeBlock(GameObjects objects, int block, SnapshotOutput out) {
        int first = Math.max(block * ChangeCounts.BLOCK, Core.ID + 1);
        int from = objects.indexFrom(first);
        int to = objects.indexFrom((block + 1) * ChangeCounts.BLOCK);
        if (from == to) {
            return;
        }
        out.number(block + 1);
        out.number(to - from);
        int previousId = block * ChangeCounts.BLOCK - 1;
        int previousCode = 0;
        List<GameObject> standing = objects.all();
        for (int index = from; index < to; index++) {
            GameObject object = standing.get(index);
            write(object, previousId, previousCode, out);
            previousId = object.id();
            previousCode = object.kind().code();
        }
    }

    /** The ids grow from block to block, or else {@code objects} refuses them. */
    private void readBlock(GameObjects objects, int block, SnapshotInput in) throws IOException {
        if (block > MOST_BLOCKS) {
            throw new SnapshotException("there is no block " + block + " of objects");
        }
        int id = block * ChangeCounts.BLOCK - 1;
        ObjectKind kind = objects.core().kind();
        for (int left = in.number(1, ChangeCounts.BLOCK); left > 0; left--) {
            int bits = in.bits();
            id += (bits & GAP) == 0 ? 1 : in.number(2, ChangeCounts.BLOCK);
            kind = (bits & KIND) == 0 ? kind : readKind(in);
            objects.add(readObject(id, kind, bits, in));
        }
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
