package dev.mallard.game.rules;

import dev.mallard.game.content.DropGrade;
import dev.mallard.game.content.GameContent;
import dev.mallard.game.content.MonsterKind;
import dev.mallard.game.content.ObjectKind;
import dev.mallard.game.content.ObjectType;
import dev.mallard.game.content.Population;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Core;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameClock;
import dev.mallard.game.world.GameObject;
import dev.mallard.game.world.GameObjects;
import dev.mallard.game.world.ItemBox;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Plain;
import dev.mallard.game.world.Player;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Creates a game with its players, monsters and objects, and announces it. */
final class CreateGame {

    private static final int MOST_PLAYERS = 8;

    private final GameContent content;
    private final GameSettings settings;
    private final BoxContent boxContent;

    CreateGame(GameContent content, GameSettings settings) {
        this.content = content;
        this.settings = settings;
        this.boxContent = new BoxContent(content, settings.limits().stackSize());
    }

    Game create(
            int gameId,
            int hostId,
            List<Member> members,
            RandomGenerator random,
            GameClock clock,
            Notifications out) {
        GameObjects objects = objects(random);
        Game game = new Game(gameId, hostId, seats(hostId, members), objects, clock, random);
        populate(game);
        Preparation.showTo(game, Audience.HOST, out);
        out.send(Audience.ALL, Preparation.announcement(game));
        return game;
    }

    private List<Player> seats(int hostId, List<Member> members) {
        if (members.isEmpty() || members.size() > MOST_PLAYERS) {
            throw new IllegalArgumentException("a game has 1 to " + MOST_PLAYERS + " players");
        }
        Set<Integer> ids = new HashSet<>();
        List<Player> players = new ArrayList<>();
        for (Member member : members) {
            if (!ids.add(member.playerId())) {
                throw new IllegalArgumentException("player twice: " + member.playerId());
            }
            players.add(
                    new Player(
                            member,
                            players.size(),
                            content.player(),
                            settings.limits().stackSize()));
        }
        if (!ids.contains(hostId)) {
            throw new IllegalArgumentException("the host is no member: " + hostId);
        }
        return players;
    }

    private void populate(Game game) {
        for (Population.Run run : content.population().monsters()) {
            MonsterKind kind = content.monsterKind(run.code());
            for (int id = run.firstId(); id < run.firstId() + run.count(); id++) {
                game.monsters().add(new Monster(id, kind, false));
                game.monsterIdUsed(id);
            }
        }
    }

    private GameObjects objects(RandomGenerator random) {
        GameObjects objects = new GameObjects(new Core(coreKind(), settings.limits().stackSize()));
        for (Population.Run run : content.population().objects()) {
            ObjectKind kind = content.objectKind(run.code());
            for (int id = run.firstId(); id < run.firstId() + run.count(); id++) {
                if (kind.type() != ObjectType.CORE) {
                    objects.add(object(id, kind, random));
                }
            }
        }
        return objects;
    }

    private ObjectKind coreKind() {
        return content.population().objects().stream()
                .map(run -> content.objectKind(run.code()))
                .filter(kind -> kind.type() == ObjectType.CORE)
                .findFirst()
                .orElseThrow();
    }

    private GameObject object(int id, ObjectKind kind, RandomGenerator random) {
        DropGrade grade = kind.boxGrade();
        return grade == null
                ? new Plain(id, kind)
                : new ItemBox(id, kind, boxContent.fill(grade, random));
    }
}
