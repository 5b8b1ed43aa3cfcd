package dev.mallard.lobby.match;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** A game that has ended. The game id is the key, so that each is recorded once. */
@Entity
@Table(name = "played_match", schema = "lobby")
public final class PlayedMatch {

    @Id
    @Column(name = "game_id")
    private int gameId;

    @Column(name = "game_instance", nullable = false)
    private String gameInstance;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "ended_at", nullable = false)
    private Instant endedAt;

    @Column(name = "outcome", nullable = false)
    private String outcome;

    @Column(name = "waves_survived", nullable = false)
    private int wavesSurvived;

    @Version
    @Column(name = "version", nullable = false)
    private @Nullable Long version;

    @ElementCollection
    @CollectionTable(
            name = "played_match_player",
            schema = "lobby",
            joinColumns = @JoinColumn(name = "game_id"))
    @Column(name = "user_id", nullable = false)
    private Set<Integer> players = new HashSet<>();

    /** For the persistence provider. */
    private PlayedMatch() {
        this.gameInstance = "";
        this.endedAt = Instant.EPOCH;
        this.outcome = "";
    }

    PlayedMatch(GameReport report) {
        this();
        this.gameId = report.gameId();
        correct(report);
    }

    /** Replaces what is recorded by a better report of the same game. */
    void correct(GameReport report) {
        gameInstance = report.instance();
        if (report.startedAt() != null) {
            startedAt = report.startedAt();
        }
        endedAt = report.endedAt();
        outcome = report.outcome();
        wavesSurvived = report.wavesSurvived();
        addPlayers(report.players());
    }

    void addPlayers(Collection<Integer> userIds) {
        players.addAll(userIds);
    }

    /** Fills in when the game began, if no report has said so. */
    void startedAtLatest(Instant moment) {
        if (startedAt == null) {
            startedAt = moment;
        }
    }

    public int gameId() {
        return gameId;
    }

    public String gameInstance() {
        return gameInstance;
    }

    /** When the game began, or null if nobody knows. */
    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public String outcome() {
        return outcome;
    }

    public int wavesSurvived() {
        return wavesSurvived;
    }

    public Set<Integer> players() {
        return Set.copyOf(players);
    }
}
