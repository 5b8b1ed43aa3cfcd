package dev.mallard.game.handler;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The handlers of all packets that a game takes from its players. */
final class AllHandlers {

    private AllHandlers() {}

    static Map<PacketType, PacketHandler> of(GameActions actions) {
        return Stream.of(
                        new AttackMonsterHandler(actions),
                        new ChatHandler(actions),
                        new CloseBoxHandler(actions),
                        new CombineItemsHandler(actions),
                        new DamagedByMonsterHandler(actions),
                        new DetachItemHandler(actions),
                        new DropItemHandler(actions),
                        new MoveHandler(actions),
                        new MoveMonstersHandler(actions),
                        new ObjectHitByMonsterHandler(actions),
                        new ObjectHitByPlayerHandler(actions),
                        new OpenBoxHandler(actions),
                        new PickUpHandler(actions),
                        new PlaceWallHandler(actions),
                        new PutIntoBoxHandler(actions),
                        new ShowMonsterAttackHandler(actions),
                        new SpawnWaveHandler(actions),
                        new StartGameHandler(actions),
                        new SwingHandler(actions),
                        new TakeFromBoxHandler(actions),
                        new UseItemHandler(actions))
                .collect(Collectors.toMap(PacketHandler::type, Function.identity()));
    }
}
