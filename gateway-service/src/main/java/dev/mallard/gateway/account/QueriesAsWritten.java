package dev.mallard.gateway.account;

import org.springframework.data.jpa.repository.query.DeclaredQuery;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactories;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactory;
import org.springframework.data.jpa.repository.query.QueryEnhancerSelector;

/**
 * Spares the start a parser: it could sort and count by the queries of the repository, which nobody asks for.
 * Hibernate reads every query at the start nevertheless, and refuses a wrong one.
 */
final class QueriesAsWritten implements QueryEnhancerSelector {

    @Override
    public QueryEnhancerFactory select(DeclaredQuery query) {
        return QueryEnhancerFactories.fallback();
    }
}
