package dev.mallard.game.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.TextFormat;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.PendingWave;
import dev.mallard.protocol.RequestRejectedException;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Who receives which packet after each request, and in which order. Each packet is handed over once, with
 * all who receive it.
 */
class ReceiversTest extends StartedGame {

    @Test
    void preparation() {
        held.releaseTo(out);
        assertSent(to(List.of(HOST), 3002), to(ALL, 3003));
    }

    @Test
    void position() throws TextFormat.ParseException {
        request(GUEST, "player_position_update_request { x: 6 y: 7 }");
        assertSent();
        tick(1);
        assertSent(to(ALL, 4002));
    }

    @Test
    void swing() throws TextFormat.ParseException {
        request(GUEST, "player_attack_request { player_dir_x: 1 }");
        assertSent(to(OTHERS, 4006));
    }

    @Test
    void hitOnAMonster() throws TextFormat.ParseException {
        Monster monster = besideGuest(1);
        request(GUEST, "player_attack_monster_request { monster_id: 1 }");
        assertSent(to(OTHERS, 4006), to(ALL, 5010));
        monster.hurt(monster.hitPoints() - 1);
        time.advance(Duration.ofSeconds(1));
        request(GUEST, "player_attack_monster_request { monster_id: 1 }");
        assertSent(to(OTHERS, 4006), to(ALL, 5010), to(ALL, 5005), to(ALL, 4021));
    }

    @Test
    void hitOnTheBoss() throws TextFormat.ParseException {
        Monster boss = besideGuest(BOSS);
        boss.hurt(boss.hitPoints() - 1);
        guest().inventory().add(151, 1);
        request(GUEST, "player_use_item_request { item_data { item_code: 151 } }");
        assertSent(to(ALL, 4011));
        request(GUEST, "player_attack_monster_request { monster_id: 271 }");
        assertSent(to(OTHERS, 4006), to(ALL, 5010), to(ALL, 5005));
        out.sendTo(
                game.seats().recipients(Audience.ALL),
                game.result().orElseThrow().outcome().finalEvent());
        assertSent(to(ALL, 9999));
    }

    @Test
    void pickUpAndDrop() throws TextFormat.ParseException {
        game.ground().add(new GroundItem(3, 1, guest().x(), guest().y()));
        request(GUEST, "player_get_item_request { position { x: 6 y: 6 } }");
        assertSent(to(ALL, 4022));
        request(GUEST, "drop_item_request { item_data { item_code: 3 count: 1 } }");
        assertSent(to(ALL, 4035), to(ALL, 4021));
    }

    @Test
    void use() throws TextFormat.ParseException {
        request(GUEST, "player_use_item_request { item_data { item_code: 1 } }");
        assertSent(to(ALL, 4010));
        request(GUEST, "player_use_item_request { item_data { item_code: 101 } }");
        assertSent(to(ALL, 4011));
        request(GUEST, "item_detachment_request { item_code: 101 }");
        assertSent(to(ALL, 4033));
    }

    @Test
    void hitByAMonster() throws TextFormat.ParseException {
        besideGuest(1);
        request(GUEST, "player_damaged_by_monster_request { monster_id: 1 }");
        assertSent(to(ALL, 4003));
        guest().hurt(guest().hitPoints() - 1);
        time.advance(Duration.ofSeconds(1));
        request(GUEST, "player_damaged_by_monster_request { monster_id: 1 }");
        assertSent(to(ALL, 4007));
    }

    @Test
    void box() throws TextFormat.ParseException {
        boxBesideGuest();
        request(GUEST, "player_open_box_request { item_box_id: 2 }");
        assertSent(to(ALL, 4014));
        request(GUEST, "player_put_an_item_request { item_box_id: 2 item_code: 1 count: 1 }");
        assertSent(to(ALL, 4018));
        request(GUEST, "player_take_out_an_item_request { item_box_id: 2 item_code: 1 count: 1 }");
        assertSent(to(ALL, 4016));
        request(GUEST, "player_close_box_request { item_box_id: 2 }");
        assertSent(to(ALL, 4020));
    }

    @Test
    void chat() throws TextFormat.ParseException {
        request(GUEST, "player_chatting_request { message: 'quack' }");
        assertSent(to(ALL, 4025));
    }

    @Test
    void wall() throws TextFormat.ParseException {
        guest().inventory().add(901, 1);
        request(GUEST, "player_set_object_request { item_code: 902 position { x: 5 y: 5 } }");
        assertSent(to(ALL, 4028), to(ALL, 4029));
    }

    @Test
    void monsterMove() throws TextFormat.ParseException {
        request(
                HOST,
                "monster_move_request { monster_position_data { monster_id: 1 x: 99 y: 99 } }");
        assertSent();
        tick(1);
        assertSent(to(ALL, 4002), to(ALL, 5007));
    }

    @Test
    void monsterAttackDisplay() throws TextFormat.ParseException {
        request(HOST, "monster_attack_request { monster_id: 1 is_player: true target_id: 12 }");
        assertSent(to(List.of(GUEST, THIRD), 5009));
    }

    @Test
    void objectHitByAMonster() throws TextFormat.ParseException {
        Objects.requireNonNull(game.monsters().find(1)).moveTo(150, 150);
        Objects.requireNonNull(game.monsters().find(2)).moveTo(1, 1);
        request(HOST, "object_damaged_by_monster_request { object_id: 2 monster_id: 1 }");
        assertSent(to(ALL, 6001));
        request(HOST, "object_damaged_by_monster_request { object_id: 1 monster_id: 2 }");
        assertSent(to(ALL, 6001));
        time.advance(Duration.ofSeconds(1));
        Objects.requireNonNull(game.objects().find(2)).hurt(94);
        request(HOST, "object_damaged_by_monster_request { object_id: 2 monster_id: 1 }");
        assertSent(to(ALL, 6005));
        game.objects().core().hurt(2994);
        request(HOST, "object_damaged_by_monster_request { object_id: 1 monster_id: 2 }");
        assertSent(to(ALL, 6001));
        out.sendTo(
                game.seats().recipients(Audience.ALL),
                game.result().orElseThrow().outcome().finalEvent());
        assertSent(to(ALL, 6003));
    }

    @Test
    void objectHitByAPlayer() throws TextFormat.ParseException {
        request(GUEST, "player_use_item_request { item_data { item_code: 101 } }");
        Objects.requireNonNull(game.objects().find(62)).moveTo(guest().x(), guest().y());
        sent.clear();
        request(GUEST, "object_damaged_by_player_request { object_id: 62 }");
        assertSent(to(ALL, 6001));
        request(GUEST, "object_damaged_by_player_request { object_id: 62 }");
        assertSent(to(ALL, 6001));
        request(GUEST, "object_damaged_by_player_request { object_id: 62 }");
        assertSent(to(ALL, 6001), to(ALL, 4021), to(ALL, 6005));
    }

    @Test
    void combination() throws TextFormat.ParseException {
        guest().inventory().add(102, 1);
        request(GUEST, "item_combination_request { item_code1: 101 item_code2: 102 }");
        assertSent(to(ALL, 9002));
    }

    @Test
    void nightfallWaveAndDawn() throws TextFormat.ParseException {
        tick(899);
        sent.clear();
        tick(1);
        assertThat(sent).startsWith(to(ALL, 4002), to(ALL, 8001), to(List.of(HOST), 5001));
        sent.clear();
        PendingWave wave = Objects.requireNonNull(game.pendingWave());
        int first = wave.waiting().keySet().iterator().next();
        request(
                HOST,
                "monster_spawn_response { monsters { monster_id: " + first + " x: 99 y: 99 } }");
        assertSent(to(ALL, 5003));
        game.players().forEach(player -> player.hurt(1000));
        tick(299);
        sent.clear();
        tick(1);
        assertThat(sent.stream().filter(one -> one.type() == 8001 || one.type() == 4026))
                .containsExactly(to(ALL, 8001), to(ALL, 4026), to(ALL, 4026), to(ALL, 4026));
    }

    @Test
    void targetsAndThenHungerOfEachPlayer() {
        tick(9);
        sent.clear();
        Monster monster = besideGuest(1);
        monster.home(monster.x(), monster.y());
        tick(1);
        assertSent(to(ALL, 4002), to(ALL, 5004), to(ALL, 4023), to(ALL, 4023), to(ALL, 4023));
    }

    @Test
    void anErrorIsForTheSenderAlone() {
        assertThat(
                        catchThrowable(
                                () ->
                                        request(
                                                GUEST,
                                                "player_open_box_request { item_box_id: 999 }")))
                .isInstanceOf(RequestRejectedException.class);
        assertSent();
    }
}
