package dev.mallard.bots.scenario;

import com.google.protobuf.Message;

import dev.mallard.bots.client.GameClient;
import dev.mallard.protocol.message.GameStateData;
import dev.mallard.protocol.message.ItemData;
import dev.mallard.protocol.message.PhaseType;
import dev.mallard.protocol.message.S2CErrorNotification;
import dev.mallard.protocol.message.S2CGameClearNotification;
import dev.mallard.protocol.message.S2CGameOverNotification;
import dev.mallard.protocol.message.S2CGamePhaseUpdateNotification;
import dev.mallard.protocol.message.S2CItemCombinationNotification;
import dev.mallard.protocol.message.S2CMonsterDeathNotification;
import dev.mallard.protocol.message.S2CMonsterWaveStartNotification;
import dev.mallard.protocol.message.S2CObjectHpUpdateNotification;
import dev.mallard.protocol.message.S2CPlayerChattingNotification;
import dev.mallard.protocol.message.S2CPlayerDeathNotification;
import dev.mallard.protocol.message.S2CPlayerEatFoodResponse;
import dev.mallard.protocol.message.S2CPlayerEquipWeaponResponse;
import dev.mallard.protocol.message.S2CPlayerGetItemNotification;
import dev.mallard.protocol.message.S2CPlayerOpenBoxNotification;
import dev.mallard.protocol.message.S2CPlayerPutAnItemNotification;
import dev.mallard.protocol.message.S2CPlayerRevivalNotification;
import dev.mallard.protocol.message.S2CPlayerTakeOutAnItemNotification;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what one client sees of the game. Told by that client's reader alone. */
final class MatchTeller {

    private static final int CORE_STEP = 500;
    private static final Map<Integer, String> ITEMS =
            Map.of(
                    1,
                    "an apple",
                    101,
                    "the wooden sword",
                    801,
                    "a mustard seed",
                    7,
                    "honey",
                    8,
                    "a fried egg",
                    802,
                    "the honey mustard",
                    151,
                    "the coated sword");

    private final Narrator narrator;
    private final Map<Integer, String> names;
    private int coreHitPointsToTell = 3000;

    MatchTeller(Narrator narrator, List<BotPlayer> players) {
        this.narrator = narrator;
        this.names = players.stream().collect(Collectors.toMap(BotPlayer::id, BotPlayer::name));
    }

    void listenTo(GameClient client) {
        client.onNotification(Message.class, this::tell);
    }

    private void tell(Message message) {
        switch (message) {
            case S2CPlayerChattingNotification chat ->
                    narrator.say(name(chat.getPlayerId()) + ": " + chat.getMessage());
            case S2CPlayerEquipWeaponResponse worn ->
                    narrator.say(name(worn.getPlayerId()) + " takes " + item(worn.getItemData()));
            case S2CPlayerEatFoodResponse meal ->
                    narrator.say(
                            "%s eats %s: hunger %d, hit points %d"
                                    .formatted(
                                            name(meal.getPlayerId()),
                                            item(meal.getItemData()),
                                            meal.getHunger(),
                                            meal.getPlayerHp()));
            case S2CPlayerOpenBoxNotification box ->
                    narrator.say(name(box.getPlayerId()) + " opens box " + box.getItemBoxId());
            case S2CPlayerTakeOutAnItemNotification taken ->
                    narrator.say(
                            name(taken.getPlayerId()) + " takes out " + item(taken.getItemData()));
            case S2CPlayerGetItemNotification picked ->
                    narrator.say(
                            name(picked.getPlayerId())
                                    + " picks up "
                                    + item(picked.getItem().getItemData()));
            case S2CPlayerPutAnItemNotification put ->
                    narrator.say(name(put.getPlayerId()) + " puts in " + item(put.getItemData()));
            case S2CItemCombinationNotification made ->
                    narrator.say(
                            name(made.getPlayerId()) + " makes " + item(made.getItemResultCode()));
            case S2CPlayerDeathNotification death ->
                    narrator.say(name(death.getPlayerId()) + " falls");
            case S2CPlayerRevivalNotification revival ->
                    narrator.say(name(revival.getPlayerId()) + " is back");
            case S2CGamePhaseUpdateNotification update -> tellPhase(update.getGameState());
            case S2CMonsterWaveStartNotification wave ->
                    narrator.say("A wave of " + wave.getMonstersCount() + " monsters comes");
            case S2CMonsterDeathNotification death ->
                    narrator.say("Monster " + death.getMonsterId() + " is beaten");
            case S2CObjectHpUpdateNotification update -> tellCore(update);
            case S2CGameOverNotification _ -> narrator.say("The core has fallen. Game over");
            case S2CGameClearNotification _ -> narrator.say("The Mallard King is beaten. Game won");
            case S2CErrorNotification error ->
                    narrator.say("The server says " + error.getErrorMessage());
            default -> {}
        }
    }

    private void tellPhase(GameStateData state) {
        long seconds =
                Duration.ofMillis(state.getNextPhaseAt() - System.currentTimeMillis()).toSeconds();
        String phase = state.getPhaseType() == PhaseType.NIGHT ? "Night falls" : "Day breaks";
        narrator.say(phase + ", for about " + (seconds + 1) + " s");
    }

    private void tellCore(S2CObjectHpUpdateNotification update) {
        if (update.getObjectId() == MapLayout.CORE_ID && update.getHp() <= coreHitPointsToTell) {
            narrator.say("The core has " + update.getHp() + " hit points left");
            coreHitPointsToTell = (update.getHp() - 1) / CORE_STEP * CORE_STEP;
        }
    }

    private String name(int playerId) {
        return names.getOrDefault(playerId, "Player " + playerId);
    }

    private static String item(ItemData item) {
        return item(item.getItemCode());
    }

    private static String item(int code) {
        return ITEMS.getOrDefault(code, "item " + code);
    }
}
