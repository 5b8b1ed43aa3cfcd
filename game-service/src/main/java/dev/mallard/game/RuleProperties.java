package dev.mallard.game;

import dev.mallard.game.rules.GameSettings;
import dev.mallard.game.rules.MonsterSimulation;
import dev.mallard.game.rules.MovementMode;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * What the rules of the game leave to the operator. Distances are in world units. The limits bound abuse,
 * and are not meant to be felt by honest players.
 *
 * @param timing lengths of phases, and how long players are waited for
 * @param movement walking
 * @param rates how often something may be done
 * @param reach how far players and monsters may reach
 * @param limits how much there may be in one game
 * @param simulation who moves the monsters, and how the service does it
 * @param sendEmptyTargets whether players are told every second about the monsters' targets, even if none
 *     has changed
 * @param sendEmptyMoves whether players are told with every tick about the monsters' moves, even if none
 *     has moved
 */
@Validated
@ConfigurationProperties("mallard.game.rules")
public record RuleProperties(
        @DefaultValue @Valid Timing timing,
        @DefaultValue @Valid Movement movement,
        @DefaultValue @Valid Rates rates,
        @DefaultValue @Valid Reach reach,
        @DefaultValue @Valid Limits limits,
        @DefaultValue @Valid Simulation simulation,
        @DefaultValue("false") boolean sendEmptyTargets,
        @DefaultValue("false") boolean sendEmptyMoves) {

    /**
     * Times.
     *
     * @param day length of a day
     * @param night length of a night, in which a wave of monsters comes
     * @param preparation time the host has to start a prepared game
     * @param resumeGrace time for which the seat of a disconnected player is kept; 0 gives it up at once
     * @param waveAnswer time the host has to place the monsters of a wave, before the service does it
     * @param tolerance what is checked once a second may happen this much early
     */
    public record Timing(
            @DefaultValue("180s") @DurationMin(millis = 1) @DurationMax(hours = 24) Duration day,
            @DefaultValue("60s") @DurationMin(millis = 1) @DurationMax(hours = 24) Duration night,
            @DefaultValue("120s") @DurationMin(millis = 1) @DurationMax(hours = 24)
                    Duration preparation,
            @DefaultValue("60s") @DurationMin @DurationMax(hours = 24) Duration resumeGrace,
            @DefaultValue("10s") @DurationMin(millis = 1) @DurationMax(hours = 24)
                    Duration waveAnswer,
            @DefaultValue("50ms") @DurationMin @DurationMax(seconds = 1) Duration tolerance) {

        GameSettings.Timing toSettings() {
            return new GameSettings.Timing(
                    day, night, preparation, resumeGrace, waveAnswer, tolerance);
        }
    }

    /**
     * Walking.
     *
     * @param mode what happens to a position that is farther away than walking allows
     * @param tolerance factor on the walking speed
     * @param allowance time of walking that a player can save up
     * @param worldBound largest absolute value of a coordinate
     */
    public record Movement(
            @DefaultValue("observe") MovementMode mode,
            @DefaultValue("1.1") @Positive double tolerance,
            @DefaultValue("2s") @DurationMin(millis = 1) @DurationMax(hours = 1) Duration allowance,
            @DefaultValue("200") @Positive @Max(1_000_000) float worldBound) {

        GameSettings.Walking toSettings() {
            return new GameSettings.Walking(
                    mode, tolerance, allowance.toMillis() / 1000.0, worldBound);
        }
    }

    /**
     * How often something may be done.
     *
     * @param swingsPerSecond swings of a player
     * @param swingBurst swings of a player at once
     * @param hitsPerSecond hits of a player on monsters
     * @param hitBurst hits of a player on monsters at once
     * @param sameMonsterInterval time between two hits of a player on one monster
     * @param objectHitsPerSecond hits of a player on objects
     * @param monsterHitInterval time between two hits of a monster on one player, and on objects
     * @param displaysPerSecond attacks of a monster that are shown
     * @param chatMessages messages of a player within the chat window
     * @param chatWindow length of the chat window
     */
    public record Rates(
            @DefaultValue("10") @Min(1) int swingsPerSecond,
            @DefaultValue("20") @Min(1) int swingBurst,
            @DefaultValue("10") @Min(1) int hitsPerSecond,
            @DefaultValue("20") @Min(1) int hitBurst,
            @DefaultValue("100ms") @DurationMin Duration sameMonsterInterval,
            @DefaultValue("10") @Min(1) int objectHitsPerSecond,
            @DefaultValue("300ms") @DurationMin Duration monsterHitInterval,
            @DefaultValue("5") @Min(1) int displaysPerSecond,
            @DefaultValue("5") @Min(1) @Max(1000) int chatMessages,
            @DefaultValue("5s") @DurationMin Duration chatWindow) {

        GameSettings.Rates toSettings() {
            return new GameSettings.Rates(
                    swingsPerSecond,
                    swingBurst,
                    hitsPerSecond,
                    hitBurst,
                    sameMonsterInterval,
                    objectHitsPerSecond,
                    monsterHitInterval,
                    displaysPerSecond,
                    chatMessages,
                    chatWindow);
        }
    }

    /**
     * How far players and monsters may reach.
     *
     * @param weaponExtra added to the range of a weapon
     * @param unarmed reach of a player without a weapon
     * @param monsterExtra added to the range of a monster
     * @param monsterToCoreExtra added to the range of a monster that attacks the core
     * @param box to a box
     * @param core to the core
     * @param pickUp to an item on the ground, from where the server knows the player to be
     * @param placement to the place of a new wall
     */
    public record Reach(
            @DefaultValue("5") @PositiveOrZero double weaponExtra,
            @DefaultValue("10") @PositiveOrZero double unarmed,
            @DefaultValue("5") @PositiveOrZero double monsterExtra,
            @DefaultValue("8") @PositiveOrZero double monsterToCoreExtra,
            @DefaultValue("5") @PositiveOrZero double box,
            @DefaultValue("8") @PositiveOrZero double core,
            @DefaultValue("2") @PositiveOrZero double pickUp,
            @DefaultValue("10") @PositiveOrZero double placement) {

        GameSettings.Reach toSettings() {
            return new GameSettings.Reach(
                    weaponExtra,
                    unarmed,
                    monsterExtra,
                    monsterToCoreExtra,
                    box,
                    core,
                    pickUp,
                    placement);
        }
    }

    /**
     * How much there may be in one game.
     *
     * @param monstersPerWave monsters of one wave; the rest of a larger wave does not come
     * @param livingMonsters living monsters
     * @param walls walls that players have built
     * @param groundItems items on the ground
     * @param stackSize units of an item in one slot of an inventory or a box
     * @param chatLength characters of a chat message
     */
    public record Limits(
            @DefaultValue("100") @PositiveOrZero int monstersPerWave,
            @DefaultValue("600") @PositiveOrZero int livingMonsters,
            @DefaultValue("200") @PositiveOrZero int walls,
            @DefaultValue("1000") @PositiveOrZero int groundItems,
            @DefaultValue("9999") @Min(1) int stackSize,
            @DefaultValue("200") @Min(1) int chatLength) {

        GameSettings.Limits toSettings() {
            return new GameSettings.Limits(
                    monstersPerWave, livingMonsters, walls, groundItems, stackSize, chatLength);
        }
    }

    /**
     * Who moves the monsters.
     *
     * @param mode {@code host-with-fallback}, {@code host} or {@code server}
     * @param speedFactor factor on the speed of monsters that the service moves
     * @param contactDistance distance at which such a monster strikes
     * @param contactInterval time between two strikes of such a monster
     * @param spawnMin smallest distance from the core at which the service places the monsters of a wave
     * @param spawnMax largest such distance, above {@code spawnMin}
     */
    public record Simulation(
            @DefaultValue("host-with-fallback") MonsterSimulation mode,
            @DefaultValue("1") @Positive double speedFactor,
            @DefaultValue("1") @Positive double contactDistance,
            @DefaultValue("1s") @DurationMin(millis = 1) Duration contactInterval,
            @DefaultValue("18") @PositiveOrZero double spawnMin,
            @DefaultValue("22") @Positive double spawnMax) {

        GameSettings.Simulation toSettings() {
            return new GameSettings.Simulation(
                    mode, speedFactor, contactDistance, contactInterval, spawnMin, spawnMax);
        }
    }

    GameSettings toSettings() {
        return new GameSettings(
                timing.toSettings(),
                movement.toSettings(),
                rates.toSettings(),
                reach.toSettings(),
                limits.toSettings(),
                simulation.toSettings(),
                sendEmptyTargets,
                sendEmptyMoves);
    }
}
