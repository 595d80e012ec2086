package org.softpause.authz.system;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;

/** Registers the protocol's value types with Hibernate, which finds it by the service loader. */
public final class ValueTypeContributor implements TypeContributor {
  @Override
  public void contribute(TypeContributions contributions, ServiceRegistry registry) {
    contributions.contributeJavaType(new Bytes32JavaType());
  }
}
