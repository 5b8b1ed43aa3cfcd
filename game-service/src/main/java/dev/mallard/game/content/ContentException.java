package dev.mallard.game.content;

/** The game data cannot be used. The message names the file, the entry and the fault. */
public final class ContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file name of the file
     * @param entry the entry, or the part of the file
     * @param fault what is wrong, in a few words
     */
    public ContentException(String file, String entry, String fault) {
        super(file + ": " + entry + ": " + fault);
    }

    /**
     * @param file name of the file
     * @param fault what is wrong, in a few words
     * @param cause why
     */
    public ContentException(String file, String fault, Throwable cause) {
        super(file + ": " + fault, cause);
    }
}
