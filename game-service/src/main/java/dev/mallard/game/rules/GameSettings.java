package dev.mallard.game.rules;

import java.time.Duration;

/**
 * Everything about the rules that an operator may change. Distances are in world units.
 *
 * @param timing lengths of phases and waiting times
 * @param movement walking and the size of the world
 * @param rates how often a player or monster may do something
 * @param reach how far a player or monster may reach
 * @param limits how much there may be
 * @param simulation who moves the monsters, and how the server does it
 * @param sendEmptyTargets whether a target notification is sent when no target changed
 * @param sendEmptyMoves whether a move notification is sent when no monster moved
 */
public record GameSettings(
        Timing timing,
        Walking movement,
        Rates rates,
        Reach reach,
        Limits limits,
        Simulation simulation,
        boolean sendEmptyTargets,
        boolean sendEmptyMoves) {

    /**
     * Times.
     *
     * @param day length of a day
     * @param night length of a night
     * @param preparation time the host has to start the game
     * @param resumeGrace time a seat is kept for an absent player; 0 = not at all
     * @param waveAnswer time the host has to place a wave
     * @param tolerance periods that are checked once a second may be early by this much
     */
    public record Timing(
            Duration day,
            Duration night,
            Duration preparation,
            Duration resumeGrace,
            Duration waveAnswer,
            Duration tolerance) {

        /** Checks the ranges. */
        public Timing {
            require(day.isPositive() && night.isPositive(), "phases must be longer than 0");
            require(preparation.isPositive(), "preparation must be longer than 0");
            require(!resumeGrace.isNegative(), "resumeGrace must not be negative");
            require(waveAnswer.isPositive(), "waveAnswer must be longer than 0");
            require(!tolerance.isNegative(), "tolerance must not be negative");
        }
    }

    /**
     * Walking.
     *
     * @param mode what happens to positions that are too far away
     * @param tolerance factor on the walking speed
     * @param allowanceSeconds seconds of walking that can be saved up
     * @param worldBound largest absolute value of a coordinate
     */
    public record Walking(
            MovementMode mode, double tolerance, double allowanceSeconds, float worldBound) {

        /** Checks the ranges. */
        public Walking {
            require(tolerance > 0 && allowanceSeconds > 0, "walking figures must be above 0");
            require(worldBound > 0 && Float.isFinite(worldBound), "worldBound must be above 0");
        }
    }

    /**
     * Rates.
     *
     * @param swingsPerSecond swings of a player
     * @param swingBurst swings that may come at once
     * @param hitsPerSecond hits of a player on monsters
     * @param hitBurst hits that may come at once
     * @param sameMonsterInterval time between two hits of a player on the same monster
     * @param objectHitsPerSecond hits of a player on objects, also at once
     * @param monsterHitInterval time between two hits of a monster on the same player, and on
     *     objects
     * @param displaysPerSecond shown attacks of a monster, also at once
     * @param chatMessages messages of a player per window
     * @param chatWindow length of the window
     */
    public record Rates(
            int swingsPerSecond,
            int swingBurst,
            int hitsPerSecond,
            int hitBurst,
            Duration sameMonsterInterval,
            int objectHitsPerSecond,
            Duration monsterHitInterval,
            int displaysPerSecond,
            int chatMessages,
            Duration chatWindow) {

        /** Checks the ranges. */
        public Rates {
            require(
                    Math.min(swingsPerSecond, swingBurst) > 0
                            && Math.min(hitsPerSecond, hitBurst) > 0
                            && Math.min(objectHitsPerSecond, displaysPerSecond) > 0
                            && chatMessages > 0,
                    "rates must be above 0");
            require(
                    !sameMonsterInterval.isNegative()
                            && !monsterHitInterval.isNegative()
                            && !chatWindow.isNegative(),
                    "intervals must not be negative");
        }
    }

    /**
     * Reach.
     *
     * @param weaponExtra added to the range of a weapon
     * @param unarmed reach without a weapon
     * @param monsterExtra added to the range of a monster
     * @param monsterToCoreExtra the same towards the core
     * @param box to a box
     * @param core to the core
     * @param pickUp to an item on the ground
     * @param placement to the place of a new wall
     */
    public record Reach(
            double weaponExtra,
            double unarmed,
            double monsterExtra,
            double monsterToCoreExtra,
            double box,
            double core,
            double pickUp,
            double placement) {

        /** Checks the ranges. */
        public Reach {
            require(
                    weaponExtra >= 0
                            && unarmed >= 0
                            && monsterExtra >= 0
                            && monsterToCoreExtra >= 0
                            && box >= 0
                            && core >= 0
                            && pickUp >= 0
                            && placement >= 0,
                    "distances must not be negative");
        }
    }

    /**
     * Limits.
     *
     * @param monstersPerWave monsters of one wave
     * @param livingMonsters living monsters of a game
     * @param walls walls of a game
     * @param groundItems items on the ground of a game
     * @param stackSize units of one item in one slot
     * @param chatLength UTF-16 units of a chat message
     */
    public record Limits(
            int monstersPerWave,
            int livingMonsters,
            int walls,
            int groundItems,
            int stackSize,
            int chatLength) {

        /** Checks the ranges. */
        public Limits {
            require(
                    monstersPerWave >= 0 && livingMonsters >= 0 && walls >= 0 && groundItems >= 0,
                    "limits must not be negative");
            require(stackSize > 0 && chatLength > 0, "stackSize and chatLength must be above 0");
        }
    }

    /**
     * Monsters moved by the server.
     *
     * @param mode who moves the monsters
     * @param speedFactor factor on the speed of a monster in world units per second
     * @param contactDistance distance at which a monster strikes
     * @param contactInterval time between two strikes of a monster
     * @param spawnMin smallest distance of a new wave monster from the core
     * @param spawnMax largest distance of a new wave monster from the core
     */
    public record Simulation(
            MonsterSimulation mode,
            double speedFactor,
            double contactDistance,
            Duration contactInterval,
            double spawnMin,
            double spawnMax) {

        /** Checks the ranges. */
        public Simulation {
            require(speedFactor > 0 && contactDistance > 0, "figures must be above 0");
            require(contactInterval.isPositive(), "contactInterval must be longer than 0");
            require(0 <= spawnMin && spawnMin < spawnMax, "spawnMin must be below spawnMax");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
