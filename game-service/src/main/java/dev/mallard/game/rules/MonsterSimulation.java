package dev.mallard.game.rules;

/** Who moves the monsters. */
public enum MonsterSimulation {
    /** The host's client; the server while no host is connected or he does not answer a wave. */
    HOST_WITH_FALLBACK,
    /** The host's client only. */
    HOST,
    /** The server only. */
    SERVER
}
