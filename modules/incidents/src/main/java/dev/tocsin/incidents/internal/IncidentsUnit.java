package dev.tocsin.incidents.internal;

import dev.tocsin.platform.Unit;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Gives every bean of this module the entity manager of its unit; see {@link Unit}. */
@Stateless
public class IncidentsUnit {

  @PersistenceContext(unitName = "incidents")
  private EntityManager entityManager;

  /**
   * Returns the entity manager, its unit looked up here, in this jar.
   *
   * <p>In a normal scope, so that it happens at the first use and not while this jar still starts.
   */
  @Produces
  @ApplicationScoped
  @Unit("incidents")
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public EntityManager entityManager() {
    entityManager.getEntityManagerFactory();
    return entityManager;
  }
}
