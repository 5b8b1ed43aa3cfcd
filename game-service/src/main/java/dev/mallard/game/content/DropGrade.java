package dev.mallard.game.content;

/** The grade of a monster or the letter of a box, from poor to rich; a row of the drop table. */
public enum DropGrade {
    D,
    C,
    B,
    A,
    S
}
