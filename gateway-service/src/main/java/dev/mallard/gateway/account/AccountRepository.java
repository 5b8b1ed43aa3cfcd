package dev.mallard.gateway.account;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

import java.util.Optional;

/** The stored accounts. Every query goes by the primary key or a unique index. */
public interface AccountRepository extends JpaRepository<Account, Integer> {

    /** Reads an account that is about to change: nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Account> findLockedById(int id);

    Optional<Account> findByEmailKey(String emailKey);

    boolean existsByNicknameKey(String nicknameKey);

    boolean existsByEmailKey(String emailKey);
}
