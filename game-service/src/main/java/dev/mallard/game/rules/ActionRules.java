package dev.mallard.game.rules;

import dev.mallard.game.content.GameContent;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

/** Says which rule serves which action. */
final class ActionRules {

    private final StartGame startGame;
    private final Chat chat;
    private final Movement movement;
    private final Swing swing;
    private final AttackMonster attackMonster;
    private final DamagedByMonster damagedByMonster;
    private final MonsterSpawn monsterSpawn;
    private final MonsterMoves monsterMoves;
    private final MonsterAttackDisplay monsterAttackDisplay;
    private final ObjectHitByMonster objectHitByMonster;
    private final ObjectHitByPlayer objectHitByPlayer;
    private final OpenBox openBox;
    private final CloseBox closeBox = new CloseBox();
    private final TakeFromBox takeFromBox;
    private final PutIntoBox putIntoBox;
    private final PickUp pickUp;
    private final UseItem useItem;
    private final DropItem dropItem;
    private final DetachItem detachItem = new DetachItem();
    private final CombineItems combineItems;
    private final PlaceWall placeWall;

    ActionRules(
            GameContent content,
            GameSettings settings,
            Bounds bounds,
            MonsterControl control,
            MonsterSpawn monsterSpawn,
            ObjectDamage objectDamage) {
        Drops drops = new Drops(content, settings.limits().groundItems(), bounds);
        this.monsterSpawn = monsterSpawn;
        startGame = new StartGame(content, settings, bounds);
        chat = new Chat(content.chat(), settings);
        movement = new Movement(content.player(), settings.movement(), bounds);
        swing = new Swing(settings.rates());
        attackMonster = new AttackMonster(content, settings, drops);
        damagedByMonster = new DamagedByMonster(settings);
        monsterMoves = new MonsterMoves(bounds, control);
        monsterAttackDisplay = new MonsterAttackDisplay(settings.rates(), control);
        objectHitByMonster = new ObjectHitByMonster(settings, control, objectDamage);
        objectHitByPlayer = new ObjectHitByPlayer(settings, drops);
        openBox = new OpenBox(settings.reach());
        takeFromBox = new TakeFromBox(settings.reach());
        putIntoBox = new PutIntoBox(settings.reach(), content.recipe());
        pickUp = new PickUp(settings.reach(), bounds);
        useItem = new UseItem(content);
        dropItem = new DropItem(settings.limits(), bounds);
        combineItems = new CombineItems(content);
        placeWall = new PlaceWall(content, settings, bounds);
    }

    /**
     * Applies the rule for an action of a player who may act.
     *
     * @throws dev.mallard.game.world.RuleViolationException if the rule refuses it
     */
    void apply(Game game, Player player, PlayerAction action, Notifications out) {
        switch (action) {
            case PlayerAction.StartGame(var monsters, var objects) ->
                    startGame.apply(game, player, monsters, objects, out);
            case PlayerAction.Chat(String text) -> chat.apply(game, player, text, out);

            case PlayerAction.Move(float x, float y) -> movement.apply(game, player, x, y, out);
            case PlayerAction.Swing(float dirX, float dirY) ->
                    swing.apply(game, player, dirX, dirY, out);
            case PlayerAction.AttackMonster(int monsterId, float dirX, float dirY) ->
                    attackMonster.apply(game, player, monsterId, dirX, dirY, out);
            case PlayerAction.DamagedByMonster(int monsterId) ->
                    damagedByMonster.apply(game, player, monsterId, out);

            case PlayerAction.SpawnWave(var monsters) ->
                    monsterSpawn.apply(game, player, monsters, out);
            case PlayerAction.MoveMonsters(var monsters) ->
                    monsterMoves.apply(game, player, monsters, out);
            case PlayerAction.ShowMonsterAttack(int monsterId, boolean isPlayer, int targetId) ->
                    monsterAttackDisplay.apply(game, player, monsterId, isPlayer, targetId, out);

            case PlayerAction.ObjectHitByMonster(int objectId, int monsterId) ->
                    objectHitByMonster.apply(game, player, objectId, monsterId, out);
            case PlayerAction.ObjectHitByPlayer(int objectId) ->
                    objectHitByPlayer.apply(game, player, objectId, out);
            case PlayerAction.PlaceWall(int itemCode, float x, float y) ->
                    placeWall.apply(game, player, itemCode, x, y, out);

            case PlayerAction.OpenBox(int boxId) -> openBox.apply(game, player, boxId, out);
            case PlayerAction.CloseBox(int boxId) -> closeBox.apply(game, player, boxId, out);
            case PlayerAction.TakeFromBox(int boxId, int itemCode, int count) ->
                    takeFromBox.apply(game, player, boxId, itemCode, count, out);
            case PlayerAction.PutIntoBox(int boxId, int itemCode, int count) ->
                    putIntoBox.apply(game, player, boxId, itemCode, count, out);

            case PlayerAction.PickUp(float x, float y) -> pickUp.apply(game, player, x, y, out);
            case PlayerAction.UseItem(int itemCode) -> useItem.apply(game, player, itemCode, out);
            case PlayerAction.DropItem(int itemCode, int count) ->
                    dropItem.apply(game, player, itemCode, count, out);
            case PlayerAction.DetachItem(int itemCode) ->
                    detachItem.apply(game, player, itemCode, out);
            case PlayerAction.CombineItems(int first, int second) ->
                    combineItems.apply(game, player, first, second, out);
        }
    }
}
