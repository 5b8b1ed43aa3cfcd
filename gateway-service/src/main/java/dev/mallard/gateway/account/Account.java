package dev.mallard.gateway.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A registered user. Nickname and e-mail address are kept as typed; what has to be unique, and what is
 * looked up, are the keys that leave letter case out.
 */
@Entity
@Table(name = "account", schema = "accounts")
public final class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id", nullable = false)
    private @Nullable Integer id;

    @Column(name = "nickname", nullable = false, updatable = false)
    private String nickname;

    @Column(name = "nickname_key", nullable = false, updatable = false)
    private String nicknameKey;

    @Column(name = "email", nullable = false, updatable = false)
    private String email;

    @Column(name = "email_key", nullable = false, updatable = false)
    private String emailKey;

    @Column(name = "password_hash", nullable = false)
    private String passwordHash;

    @Column(name = "session_number", nullable = false)
    private long sessionNumber;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    /** For the persistence provider. */
    private Account() {
        this("", "", "", "", "", Instant.EPOCH);
    }

    /**
     * A new account, which nobody has logged in to yet.
     *
     * @param passwordHash the hash, not the password
     */
    public Account(Nickname nickname, EmailAddress email, String passwordHash, Instant createdAt) {
        this(nickname.value(), nickname.key(), email.value(), email.key(), passwordHash, createdAt);
    }

    private Account(
            String nickname,
            String nicknameKey,
            String email,
            String emailKey,
            String passwordHash,
            Instant createdAt) {
        this.nickname = nickname;
        this.nicknameKey = nicknameKey;
        this.email = email;
        this.emailKey = emailKey;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /**
     * The user id, above 0.
     *
     * @throws IllegalStateException if the account is not stored yet
     */
    public int id() {
        if (id == null) {
            throw new IllegalStateException("an account gets its id when it is stored");
        }
        return id;
    }

    public String nickname() {
        return nickname;
    }

    public String email() {
        return email;
    }

    String passwordHash() {
        return passwordHash;
    }

    /** Replaces the hash, unless somebody else has replaced it since the old one was read. */
    void replacePasswordHash(String old, String fresh) {
        if (passwordHash.equals(old)) {
            passwordHash = fresh;
        }
    }

    /** Counts a login; the number is the session's. */
    void advanceSession(Instant now) {
        sessionNumber++;
        updatedAt = now;
    }

    /** Number of the last login, 0 before the first. */
    public long sessionNumber() {
        return sessionNumber;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When the row was last changed, by a login too. */
    public Instant updatedAt() {
        return updatedAt;
    }

    String nicknameKey() {
        return nicknameKey;
    }

    String emailKey() {
        return emailKey;
    }
}
