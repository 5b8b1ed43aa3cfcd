package dev.mallard.game.content;

/** What an object is for. */
public enum ObjectType {
    CORE,
    BOX,
    GRASS,
    TREE,
    WALL
}
