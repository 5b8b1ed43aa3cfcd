package dev.mallard.game.rules;

import dev.mallard.game.content.ArmourSlot;
import dev.mallard.game.content.DropRow;
import dev.mallard.game.content.DropWeights;
import dev.mallard.game.content.GameContent;
import dev.mallard.game.content.Grade;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameObject;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.Monster;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What dead monsters and destroyed objects leave; nothing while the ground is full. */
final class Drops {

    private static final ArmourSlot[] SLOTS = ArmourSlot.values();
    private static final int NOTHING = 0;

    private final GameContent content;
    private final int groundLimit;
    private final Bounds bounds;

    Drops(GameContent content, int groundLimit, Bounds bounds) {
        this.content = content;
        this.bounds = bounds;
        this.groundLimit = groundLimit;
    }

    /** Lets the drop of a monster lie around it and returns it, possibly empty. */
    List<GroundItem> ofMonster(Game game, Monster monster) {
        RandomGenerator random = game.random();
        DropRow row = content.drop(monster.kind().grade());
        List<GroundItem> items = new ArrayList<>();
        if (random.nextInt(100) < row.ratePercent()) {
            int rolls = random.nextInt(row.minRolls(), row.maxRolls() + 1);
            for (int roll = 0; roll < rolls; roll++) {
                int code = roll(row, random);
                if (code != NOTHING) {
                    lay(game, code, monster.x(), monster.y(), items);
                }
            }
        }
        return List.copyOf(items);
    }

    /** Lets the drop of an object lie around it, piece by piece, and returns it. */
    List<GroundItem> ofObject(Game game, GameObject object) {
        List<GroundItem> items = new ArrayList<>();
        for (int code : object.kind().drops()) {
            for (int piece = 0; piece < object.kind().dropAmount(); piece++) {
                lay(game, code, object.x(), object.y(), items);
            }
        }
        return List.copyOf(items);
    }

    private int roll(DropRow row, RandomGenerator random) {
        Grade grade = row.drawGrade(random);
        DropWeights weights = content.dropWeights();
        int draw = random.nextInt(weights.total());
        if (draw < weights.weapon()) {
            return GameContent.draw(content.plainWeapons(grade), random).code();
        }
        draw -= weights.weapon();
        if (draw < weights.armour()) {
            ArmourSlot slot = SLOTS[random.nextInt(SLOTS.length)];
            return GameContent.draw(content.armour(slot, grade), random).code();
        }
        draw -= weights.armour();
        if (draw < weights.food()) {
            return GameContent.draw(content.foods(grade), random).code();
        }
        return NOTHING;
    }

    private void lay(Game game, int code, float x, float y, List<GroundItem> items) {
        float itemX = bounds.clamp((float) (x + game.random().nextDouble(-1, 1)));
        float itemY = bounds.clamp((float) (y + game.random().nextDouble(-1, 1)));
        if (game.ground().size() < groundLimit) {
            GroundItem item = new GroundItem(code, 1, itemX, itemY);
            game.ground().add(item);
            items.add(item);
        }
    }
}
