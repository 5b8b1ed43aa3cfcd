package dev.mallard.bots.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.Item;
import dev.mallard.protocol.message.ItemData;
import dev.mallard.protocol.message.S2CItemSpawnNotification;
import dev.mallard.protocol.message.S2CObjectDestroyNotification;
import dev.mallard.protocol.message.S2CPlayerHungerUpdateNotification;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;

@Timeout(30)
class ErrandTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private BotRig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new BotRig();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void theSwordIsDrawnAtOnce() throws Exception {
        assertThat(new DrawSword().goOn(rig.player, SECOND)).isTrue();
        assertThat(usedItem()).isEqualTo(101);
    }

    @Test
    void theAppleWaitsForHunger() throws Exception {
        EatApple errand = new EatApple();
        assertThat(errand.goOn(rig.player, SECOND)).isFalse();
        rig.tell(
                GamePacket.newBuilder()
                        .setPlayerHungerUpdateNotification(
                                S2CPlayerHungerUpdateNotification.newBuilder()
                                        .setPlayerId(BotRig.PLAYER)
                                        .setHunger(99))
                        .build());
        await().until(() -> errand.goOn(rig.player, SECOND));
        assertThat(usedItem()).isEqualTo(1);
    }

    @Test
    void aBoxIsOpenedFromNearAndClosedAgain() throws Exception {
        LootBox errand = new LootBox();
        assertThat(errand.goOn(rig.player, SECOND)).isFalse();
        assertThat(errand.goOn(rig.player, SECOND)).isTrue();
        assertThat(rig.server.read().getPlayerPositionUpdateRequest().getX()).isEqualTo(6f);
        assertThat(rig.server.read().getPlayerOpenBoxRequest().getItemBoxId())
                .isEqualTo(BotRig.BOX);
        assertThat(rig.server.read().getPlayerTakeOutAnItemRequest())
                .matches(take -> take.getItemCode() == 101 && take.getCount() == 1);
        assertThat(rig.server.read().getPlayerCloseBoxRequest().getItemBoxId())
                .isEqualTo(BotRig.BOX);
    }

    @Test
    void aSeedIsCutAndPickedUp() throws Exception {
        GatherSeed errand = new GatherSeed();
        assertThat(errand.goOn(rig.player, SECOND)).isFalse();
        assertThat(rig.server.read().getObjectDamagedByPlayerRequest().getObjectId())
                .isEqualTo(BotRig.GRASS);
        Item seed = seedAt(7);
        rig.tell(
                GamePacket.newBuilder()
                        .setItemSpawnNotification(
                                S2CItemSpawnNotification.newBuilder().addItems(seed))
                        .build());
        rig.tell(
                GamePacket.newBuilder()
                        .setObjectDestroyNotification(
                                S2CObjectDestroyNotification.newBuilder().setObjectId(BotRig.GRASS))
                        .build());
        await().until(() -> !rig.player.field().stands(BotRig.GRASS));
        assertThat(errand.goOn(rig.player, SECOND)).isTrue();
        assertThat(rig.server.read().hasPlayerPositionUpdateRequest()).isTrue();
        assertThat(rig.server.read().getPlayerGetItemRequest().getPosition())
                .isEqualTo(seed.getPosition());
    }

    @Test
    void anItemIsTakenFromTheBoxItLiesIn() throws Exception {
        FetchItem errand = new FetchItem(101);
        await().until(() -> rig.player.belongings().lies(BotRig.BOX, 101));
        assertThat(errand.goOn(rig.player, SECOND)).isFalse();
        assertThat(errand.goOn(rig.player, SECOND)).isFalse();
        assertThat(rig.server.read().hasPlayerPositionUpdateRequest()).isTrue();
        assertThat(rig.server.read().getPlayerOpenBoxRequest().getItemBoxId())
                .isEqualTo(BotRig.BOX);
        assertThat(rig.server.read().getPlayerTakeOutAnItemRequest().getItemCode()).isEqualTo(101);
        assertThat(rig.server.read().hasPlayerCloseBoxRequest()).isTrue();
        assertThat(new FetchItem(7).goOn(rig.player, SECOND)).as("nowhere to be found").isTrue();
    }

    @Test
    void mustardIsMixedInTheCoreAndTheSwordCoatedWithIt() throws Exception {
        assertThat(new MixMustard().goOn(rig.player, SECOND)).isFalse();
        assertThat(rig.server.read().hasPlayerPositionUpdateRequest()).isTrue();
        assertThat(rig.server.read().getPlayerOpenBoxRequest().getItemBoxId()).isEqualTo(1);
        assertThat(rig.server.read().getPlayerTakeOutAnItemRequest().getItemCode()).isEqualTo(802);
        assertThat(rig.server.read().hasPlayerCloseBoxRequest()).isTrue();
        assertThat(new CoatSword().goOn(rig.player, SECOND)).isFalse();
        assertThat(rig.server.read().getItemDetachmentRequest().getItemCode()).isEqualTo(101);
        assertThat(rig.server.read().getItemCombinationRequest())
                .matches(made -> made.getItemCode1() == 802 && made.getItemCode2() == 101);
        assertThat(usedItem()).isEqualTo(151);
    }

    private int usedItem() throws Exception {
        return rig.server.read().getPlayerUseItemRequest().getItemData().getItemCode();
    }

    private static Item seedAt(double x) {
        return Item.newBuilder()
                .setItemData(ItemData.newBuilder().setItemCode(801).setCount(1))
                .setPosition(new Point(x, 3).toPosition())
                .build();
    }
}
