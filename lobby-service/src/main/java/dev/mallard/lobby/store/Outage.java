package dev.mallard.lobby.store;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.TransactionException;

import java.sql.SQLException;
import java.util.Set;

/** Tells an outage of the database from other failures. */
final class Outage {

    /** Classes of SQL states: connection exception, insufficient resources, operator intervention. */
    private static final Set<String> AWAY = Set.of("08", "53", "57");

    private Outage() {}

    /** Whether something failed because the database does not answer, stops, starts, or is overloaded. */
    static boolean isBehind(Throwable failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof TransactionException
                // A connection that broke in the middle of a transaction cannot be rolled back.
                || (failure instanceof JpaSystemException
                        && failure.getCause() instanceof org.hibernate.TransactionException)
                || hasStateOfOutage(failure);
    }

    private static boolean hasStateOfOutage(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().length() == 5
                && AWAY.contains(sql.getSQLState().substring(0, 2));
    }
}
