package dev.tocsin.accounts.internal;

import dev.tocsin.platform.Unit;
import dev.tocsin.platform.work.DueRow;
import dev.tocsin.platform.work.DueRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Answers those who said they forgot their password, when there is such a person. */
@ApplicationScoped
public class PasswordRequests extends DueRows {

  /** The name by which a new request wakes this work. */
  static final String NAME = "password-requests";

  @Inject
  @Unit("accounts")
  private EntityManager entityManager;

  @Inject private UserStore users;
  @Inject private PasswordLinks links;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  protected List<DueRow> due(Instant now, int limit) {
    return entityManager
        .createQuery(
            "SELECT r FROM PasswordRequest r WHERE r.dueAt <= :now ORDER BY r.dueAt",
            PasswordRequest.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultStream()
        .map(PasswordRequest::due)
        .toList();
  }

  @Override
  protected boolean perform(UUID id, Instant now) {
    List<?> locked =
        entityManager
            .createNativeQuery(
                "SELECT * FROM accounts.password_requests WHERE id = ?1 FOR UPDATE SKIP LOCKED",
                PasswordRequest.class)
            .setParameter(1, id)
            .getResultList();
    if (locked.isEmpty()) {
      return false;
    }
    PasswordRequest request = (PasswordRequest) locked.get(0);
    users
        .byEmail(request.emailKey())
        .filter(User::isActive)
        .ifPresent(user -> links.offerReset(user, now));
    entityManager.remove(request);
    return true;
  }

  @Override
  protected void postpone(UUID id, Instant until, int failures, String reason) {
    PasswordRequest request = entityManager.find(PasswordRequest.class, id);
    if (request != null) {
      request.putOff(until, failures);
    }
  }
}
