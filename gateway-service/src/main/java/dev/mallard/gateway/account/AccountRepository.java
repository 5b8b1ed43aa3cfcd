package dev.mallard.gateway.account;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

import java.time.Instant;
import java.util.Optional;

/** The stored accounts. Every query goes by the primary key or a unique index. */
public interface AccountRepository extends JpaRepository<Account, Integer> {

    Optional<Account> findByEmailKey(String emailKey);

    boolean existsByNicknameKey(String nicknameKey);

    boolean existsByEmailKey(String emailKey);

    /** Takes the next session number; the row stays locked until the transaction ends. */
    @Modifying
    @Query(
            "update Account a set a.sessionNumber = a.sessionNumber + 1, a.updatedAt = :now"
                    + " where a.id = :id")
    int advanceSession(int id, Instant now);

    @Query("select a.sessionNumber from Account a where a.id = :id")
    long sessionNumber(int id);

    /** Replaces a password hash, unless somebody else has replaced it meanwhile. */
    @Modifying
    @Query(
            "update Account a set a.passwordHash = :fresh, a.updatedAt = :now"
                    + " where a.id = :id and a.passwordHash = :old")
    int replacePasswordHash(int id, String old, String fresh, Instant now);
}
