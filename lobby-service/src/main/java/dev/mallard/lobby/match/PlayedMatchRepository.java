package dev.mallard.lobby.match;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The match history. Every query uses an index; none reads players row by row. */
public interface PlayedMatchRepository extends JpaRepository<PlayedMatch, Integer> {

    /** Matches that ended last, the latest first. */
    @Query("select m.gameId from PlayedMatch m order by m.endedAt desc, m.gameId desc")
    List<Integer> findLatestIds(Limit limit);

    @Query(
            "select distinct m from PlayedMatch m left join fetch m.players"
                    + " where m.gameId in :ids order by m.endedAt desc, m.gameId desc")
    List<PlayedMatch> findAllWithPlayers(Collection<Integer> ids);

    /** Forgets old matches; the players go with them. */
    @Modifying
    @Query(value = "delete from lobby.played_match where ended_at < :moment", nativeQuery = true)
    int deleteEndedBefore(Instant moment);
}
