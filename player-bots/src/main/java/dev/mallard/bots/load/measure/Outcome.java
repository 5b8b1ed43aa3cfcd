package dev.mallard.bots.load.measure;

/** What became of a request. Every request has exactly one outcome. */
public enum Outcome {
    ANSWERED,
    /** Answered with an error. */
    REFUSED,
    /** The game ended first, and a game that has ended answers nothing. */
    OVERTAKEN,
    /** The connection ended before an answer came. */
    CLOSED,
    /** No answer in time, on a connection that looked well. */
    LOST
}
