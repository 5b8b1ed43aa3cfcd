package dev.mallard.bots.load.behaviour;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** All behaviours by name. A new one is a class and a line here. */
public enum Behaviours {
    MATCH("the whole life: rooms, games, walking, chat, fights, items", MatchBehaviour::new),
    MOVE("walking in running games", MoveBehaviour::new),
    CHAT("chat in running games", ChatBehaviour::new),
    LOBBY("rooms are created, listed, joined and left; no games", LobbyBehaviour::new);

    private final String description;
    private final Function<Pace, Behaviour> maker;

    Behaviours(String description, Function<Pace, Behaviour> maker) {
        this.description = description;
        this.maker = maker;
    }

    /** The name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String description() {
        return description;
    }

    public Behaviour at(Pace pace) {
        return maker.apply(pace);
    }

    /**
     * @throws IllegalArgumentException if there is no such behaviour; the message names all there are
     */
    public static Behaviours named(String name) {
        List<String> labels = Arrays.stream(values()).map(Behaviours::label).toList();
        if (!labels.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no behaviour \""
                            + name
                            + "\"; there are "
                            + String.join(", ", labels));
        }
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
