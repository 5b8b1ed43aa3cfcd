package dev.mallard.gateway.account;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.Objects;

/** Checks who somebody is. Waits for hashing and the database: not for event loops, else any thread. */
@Service
public class LoginService {

    private final AccountRepository accounts;
    private final PasswordHashing hashing;
    private final LoginThrottle throttle;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public LoginService(
            AccountRepository accounts,
            PasswordHashing hashing,
            LoginThrottle throttle,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.throttle = throttle;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Compares the password and takes the account's next session number.
     *
     * @throws RequestRejectedException with {@code LOGIN_FAILED} for an unknown address or a wrong password
     *     alike, {@code LOGIN_THROTTLED} or {@code SERVER_BUSY}
     */
    public Login login(LoginAttempt attempt) {
        if (!throttle.tryCount(attempt)) {
            throw new RequestRejectedException(ErrorCode.LOGIN_THROTTLED);
        }
        Account account;
        try {
            account = identify(attempt);
        } catch (RuntimeException unavailable) {
            throttle.takeBack(attempt);
            throw unavailable;
        }
        if (account == null) {
            throw new RequestRejectedException(ErrorCode.LOGIN_FAILED);
        }
        throttle.takeBack(attempt);
        String upgraded =
                hashing.isOutdated(account.passwordHash())
                        ? hashing.rehash(attempt.password())
                        : null;
        return Objects.requireNonNull(transaction.execute(status -> open(account, upgraded)));
    }

    /** The account whose password it is, or null. Takes as long whether the account exists or not. */
    private @Nullable Account identify(LoginAttempt attempt) {
        Account account = find(attempt.email());
        if (account == null) {
            hashing.matchNothing(attempt.password());
            return null;
        }
        return hashing.matches(attempt.password(), account.passwordHash()) ? account : null;
    }

    private @Nullable Account find(String email) {
        EmailAddress address;
        try {
            address = new EmailAddress(email);
        } catch (RequestRejectedException invalid) {
            return null;
        }
        return accounts.findByEmailKey(address.key()).orElse(null);
    }

    private Login open(Account proved, @Nullable String upgradedHash) {
        Account account =
                accounts.findLockedById(proved.id())
                        .orElseThrow(() -> new RequestRejectedException(ErrorCode.LOGIN_FAILED));
        if (upgradedHash != null) {
            account.replacePasswordHash(proved.passwordHash(), upgradedHash);
        }
        account.advanceSession(clock.instant());
        return new Login(account.id(), account.nickname(), account.sessionNumber());
    }
}
