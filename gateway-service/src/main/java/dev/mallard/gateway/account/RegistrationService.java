package dev.mallard.gateway.account;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

import java.time.Clock;

/** Makes accounts. Waits for hashing and the database: not for event loops, else any thread. */
@Service
public class RegistrationService {

    private final AccountRepository accounts;
    private final PasswordHashing hashing;
    private final Clock clock;

    public RegistrationService(AccountRepository accounts, PasswordHashing hashing, Clock clock) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.clock = clock;
    }

    /**
     * Stores a new account. Whether its nickname and address are free is decided by the database's unique
     * indexes, so of two at the same time one wins.
     *
     * @throws RequestRejectedException with {@code NICKNAME_TAKEN}, {@code EMAIL_TAKEN} or {@code
     *     SERVER_BUSY}
     */
    public Account register(Registration registration) {
        String hash = hashing.hash(registration.password());
        Account account =
                new Account(registration.nickname(), registration.email(), hash, clock.instant());
        try {
            return accounts.saveAndFlush(account);
        } catch (DataIntegrityViolationException violated) {
            throw translate(account, violated);
        }
    }

    /** Names what was taken; the nickname if both were, whichever index the database looked at first. */
    private RuntimeException translate(Account account, DataIntegrityViolationException violated) {
        if (accounts.existsByNicknameKey(account.nicknameKey())) {
            return new RequestRejectedException(ErrorCode.NICKNAME_TAKEN);
        }
        if (accounts.existsByEmailKey(account.emailKey())) {
            return new RequestRejectedException(ErrorCode.EMAIL_TAKEN);
        }
        return violated;
    }
}
