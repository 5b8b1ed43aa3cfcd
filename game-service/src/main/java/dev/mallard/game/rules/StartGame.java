package dev.mallard.game.rules;

import dev.mallard.game.content.GameContent;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Core;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameObject;
import dev.mallard.game.world.GameState;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.ObjectPosition;
import dev.mallard.game.world.Phase;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The host starts the game, once, with places that all fit or none is taken. */
final class StartGame {

    /** Players stand on a diagonal, this far apart on each axis. */
    private static final int SPACING = 3;

    private final GameContent content;
    private final GameSettings settings;
    private final Bounds bounds;
    private final List<ItemStack> startItems;

    StartGame(GameContent content, GameSettings settings, Bounds bounds) {
        this.content = content;
        this.settings = settings;
        this.bounds = bounds;
        this.startItems =
                content.player().startItems().stream().map(code -> new ItemStack(code, 1)).toList();
    }

    void apply(
            Game game,
            Player player,
            List<MonsterPosition> monsters,
            List<ObjectPosition> objects,
            Notifications out) {
        Refusal.when(player.id() != game.hostId(), RuleViolation.NOT_HOST);
        Refusal.when(game.state() != GameState.PREPARED, RuleViolation.GAME_ALREADY_STARTED);
        Refusal.when(
                !monstersFit(game, monsters) || !objectsFit(game, objects),
                RuleViolation.INVALID_START_DATA);
        placeMonsters(game, monsters);
        placeObjects(game, objects);
        game.start();
        settlePlayers(game);
        game.phase()
                .begin(Phase.DAY, game.now(), game.epochNow() + settings.timing().day().toMillis());
        out.send(Audience.ALL, WorldState.of(game, startItems));
    }

    private boolean monstersFit(Game game, List<MonsterPosition> monsters) {
        Set<Integer> seen = new HashSet<>();
        for (MonsterPosition entry : monsters) {
            if (game.monsters().find(entry.monsterId()) == null
                    || !seen.add(entry.monsterId())
                    || !bounds.contains(entry.x(), entry.y())) {
                return false;
            }
        }
        return true;
    }

    private boolean objectsFit(Game game, List<ObjectPosition> objects) {
        Set<Integer> seen = new HashSet<>();
        for (ObjectPosition entry : objects) {
            if (game.objects().find(entry.objectId()) == null
                    || !seen.add(entry.objectId())
                    || !bounds.contains(entry.x(), entry.y())) {
                return false;
            }
        }
        return true;
    }

    private static void placeMonsters(Game game, List<MonsterPosition> monsters) {
        for (MonsterPosition entry : monsters) {
            Monster monster = game.monsters().find(entry.monsterId());
            if (monster != null) {
                monster.moveTo(entry.x(), entry.y());
                monster.home(entry.x(), entry.y());
            }
        }
    }

    private static void placeObjects(Game game, List<ObjectPosition> objects) {
        for (ObjectPosition entry : objects) {
            GameObject object = game.objects().find(entry.objectId());
            if (object != null && object.id() != Core.ID) {
                object.moveTo(entry.x(), entry.y());
            }
        }
    }

    private void settlePlayers(Game game) {
        Allowance allowance = new Allowance(content.player(), settings.movement());
        int place = 0;
        for (Player player : game.players()) {
            place += SPACING;
            player.moveTo(place, place);
            allowance.fill(player, game.now());
            player.resetHungerClock(game.now());
            startItems.forEach(item -> player.inventory().add(item.itemCode(), item.count()));
        }
    }
}
