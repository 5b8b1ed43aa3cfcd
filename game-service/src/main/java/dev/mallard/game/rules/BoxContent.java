package dev.mallard.game.rules;

import dev.mallard.game.content.BoxFilling;
import dev.mallard.game.content.DropGrade;
import dev.mallard.game.content.GameContent;
import dev.mallard.game.content.Grade;
import dev.mallard.game.world.Inventory;

import java.util.random.RandomGenerator;

/** Fills a fresh box. */
final class BoxContent {

    private final GameContent content;
    private final int stackSize;

    BoxContent(GameContent content, int stackSize) {
        this.content = content;
        this.stackSize = stackSize;
    }

    /** A new content: items of one grade in separate slots, sometimes with an extra item. */
    Inventory fill(DropGrade boxGrade, RandomGenerator random) {
        BoxFilling filling = content.boxFilling();
        Inventory inventory = new Inventory(filling.slots(), stackSize);
        Grade grade = content.drop(boxGrade).drawGrade(random);
        int items = random.nextInt(filling.minItems(), filling.maxItems() + 1);
        for (int item = 0; item < items; item++) {
            int code =
                    random.nextInt(100) < filling.weaponPercent()
                            ? GameContent.draw(content.plainWeapons(grade), random).code()
                            : GameContent.draw(content.foods(grade), random).code();
            inventory.addSeparately(code, 1);
        }
        if (random.nextInt(100) < filling.extraPercent()) {
            inventory.addSeparately(filling.extraCode(), 1);
        }
        return inventory;
    }
}
