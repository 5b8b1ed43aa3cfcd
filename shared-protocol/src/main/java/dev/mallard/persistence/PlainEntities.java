package dev.mallard.persistence;

import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.service.spi.ServiceContributor;

/**
 * Keeps Hibernate from generating classes, which costs time at every start. Entities have to be final: then
 * none is ever replaced by a proxy, and what an association leads to is loaded with its owner, or by a query
 * that names it. Hibernate finds this class as a service.
 */
public final class PlainEntities implements ServiceContributor {

    @Override
    public void contribute(StandardServiceRegistryBuilder services) {
        services.addService(BytecodeProvider.class, new BytecodeProviderImpl());
    }
}
