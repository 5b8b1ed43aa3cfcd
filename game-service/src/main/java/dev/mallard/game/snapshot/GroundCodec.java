package dev.mallard.game.snapshot;

import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.GroundItems;

import java.io.IOException;
import java.util.List;

/** Writes and reads what lies on the ground, in its order. */
final class GroundCodec {

    private final ItemCodec items;

    GroundCodec(ItemCodec items) {
        this.items = items;
    }

    void write(GroundItems ground, SnapshotOutput out) {
        List<GroundItem> lying = ground.all();
        out.number(lying.size());
        for (int index = 0; index < lying.size(); index++) {
            GroundItem item = lying.get(index);
            out.number(item.itemCode());
            out.number(item.count());
            out.point(item.x(), item.y());
        }
    }

    void read(GroundItems ground, SnapshotInput in) throws IOException {
        for (int left = in.number(); left > 0; left--) {
            ground.add(
                    new GroundItem(
                            items.readCode(in), in.number(), in.coordinate(), in.coordinate()));
        }
    }
}
