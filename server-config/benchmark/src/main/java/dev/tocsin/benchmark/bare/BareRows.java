package dev.tocsin.benchmark.bare;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Inserts a row in a transaction of its own. */
@Stateless
public class BareRows {

  @PersistenceContext private EntityManager entityManager;

  /** Inserts one row and returns its id. */
  public UUID insert(String subject) {
    UUID id = UUID.randomUUID();
    entityManager.persist(new BareRow(id, subject, OffsetDateTime.now(Clock.systemUTC())));
    return id;
  }
}
