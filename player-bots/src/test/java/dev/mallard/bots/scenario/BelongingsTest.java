package dev.mallard.bots.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.message.Item;
import dev.mallard.protocol.message.ItemData;
import dev.mallard.protocol.message.ObjectData;
import dev.mallard.protocol.message.ObjectPositionData;
import dev.mallard.protocol.message.S2CGameStartNotification;
import dev.mallard.protocol.message.S2CItemCombinationNotification;
import dev.mallard.protocol.message.S2CPlayerEquipWeaponResponse;
import dev.mallard.protocol.message.S2CPlayerGetItemNotification;
import dev.mallard.protocol.message.S2CPlayerPutAnItemNotification;
import dev.mallard.protocol.message.S2CPlayerTakeOutAnItemNotification;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BelongingsTest {

    private static final int ME = 7;
    private static final int BOX = 2;

    private final Belongings belongings = new Belongings();

    private static ItemData one(int code) {
        return ItemData.newBuilder().setItemCode(code).setCount(1).build();
    }

    private static S2CPlayerTakeOutAnItemNotification taken(int box, int code) {
        return S2CPlayerTakeOutAnItemNotification.newBuilder()
                .setPlayerId(ME)
                .setItemBoxId(box)
                .setItemData(one(code))
                .build();
    }

    @BeforeEach
    void start() {
        belongings.apply(
                S2CGameStartNotification.newBuilder()
                        .addObjects(
                                ObjectPositionData.newBuilder()
                                        .setObjectData(ObjectData.newBuilder().setObjectId(BOX))
                                        .addItemData(one(7)))
                        .build());
    }

    @Test
    void whatIsTakenLiesInTheBoxNoMore() {
        assertThat(belongings.lies(BOX, 7)).isTrue();
        assertThat(belongings.has(ME, 7)).isFalse();
        belongings.apply(taken(BOX, 7));
        assertThat(belongings.lies(BOX, 7)).isFalse();
        assertThat(belongings.has(ME, 7)).isTrue();
    }

    @Test
    void whatIsPutOrCombinedIsGone() {
        belongings.apply(taken(BOX, 7));
        belongings.apply(
                S2CPlayerPutAnItemNotification.newBuilder()
                        .setPlayerId(ME)
                        .setItemBoxId(1)
                        .setItemData(one(7))
                        .addObjectDatas(one(802))
                        .build());
        assertThat(belongings.has(ME, 7)).isFalse();
        assertThat(belongings.lies(1, 802)).isTrue();
        belongings.apply(taken(1, 802));
        belongings.apply(
                S2CItemCombinationNotification.newBuilder()
                        .setPlayerId(ME)
                        .setItemCode1(802)
                        .setItemCode2(101)
                        .setItemResultCode(151)
                        .build());
        assertThat(belongings.has(ME, 802)).isFalse();
        assertThat(belongings.has(ME, 151)).isTrue();
    }

    @Test
    void remembersWhatWasPickedUpAndWorn() {
        belongings.apply(
                S2CPlayerGetItemNotification.newBuilder()
                        .setPlayerId(ME)
                        .setItem(Item.newBuilder().setItemData(one(801)))
                        .build());
        belongings.apply(
                S2CPlayerEquipWeaponResponse.newBuilder()
                        .setPlayerId(ME)
                        .setItemData(one(151))
                        .build());
        assertThat(belongings.has(ME, 801)).isTrue();
        assertThat(belongings.hasWorn(ME, 151)).isTrue();
        assertThat(belongings.hasWorn(ME, 101)).isFalse();
    }
}
