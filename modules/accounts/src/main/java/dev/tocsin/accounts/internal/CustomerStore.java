package dev.tocsin.accounts.internal;

import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds and keeps customers. */
@Dependent
public class CustomerStore {

  @Inject
  @Unit("accounts")
  private EntityManager entityManager;

  public void add(Customer customer) {
    entityManager.persist(customer);
    Writes.flush(entityManager);
  }

  public void flush() {
    Writes.flush(entityManager);
  }

  public void remove(Customer customer) {
    entityManager.remove(customer);
    Writes.flush(entityManager);
  }

  public Optional<Customer> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Customer.class, id));
  }

  public Customer require(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("customer"));
  }

  public boolean exists(UUID id) {
    return find(id).isPresent();
  }

  /** Returns the customer with exactly this key. */
  public Optional<Customer> byKey(String key) {
    return entityManager
        .createQuery("SELECT c FROM Customer c WHERE c.key = :key", Customer.class)
        .setParameter("key", Texts.storable(key))
        .getResultStream()
        .findFirst();
  }

  public List<Customer> byIds(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entityManager
        .createQuery("SELECT c FROM Customer c WHERE c.id IN :ids", Customer.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Lists customers by key. */
  public Page<Customer> list(PageRequest page) {
    Optional<Cursor> after = page.position();
    TypedQuery<Customer> query =
        entityManager.createQuery(
            "SELECT c FROM Customer c"
                + (after.isPresent() ? " WHERE LOWER(c.key) > LOWER(:after)" : "")
                + " ORDER BY LOWER(c.key)",
            Customer.class);
    after.ifPresent(cursor -> query.setParameter("after", Texts.storable(cursor.text(0))));
    List<Customer> rows = query.setMaxResults(page.fetch()).getResultList();
    return Page.of(rows, page, customer -> Cursor.of(customer.key()));
  }
}
