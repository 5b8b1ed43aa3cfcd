package dev.mallard.lobby.store;

import org.springframework.data.jpa.repository.query.DeclaredQuery;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactories;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactory;
import org.springframework.data.jpa.repository.query.QueryEnhancerSelector;

/**
 * Leaves the repositories' queries as they are written: none is sorted or counted on the way, so the parser
 * that could rewrite them, which takes a tenth of the start, has nothing to do. Hibernate still parses each
 * query at the start, and a wrong one stops it.
 */
final class QueriesAsWritten implements QueryEnhancerSelector {

    @Override
    public QueryEnhancerFactory select(DeclaredQuery query) {
        return QueryEnhancerFactories.fallback();
    }
}
