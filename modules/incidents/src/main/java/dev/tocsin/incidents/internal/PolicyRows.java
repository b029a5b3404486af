package dev.tocsin.incidents.internal;

import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds escalation policies and severity rules; within the caller's transaction. */
@Dependent
public class PolicyRows {

  @Inject
  @Unit("incidents")
  private EntityManager entityManager;

  Optional<EscalationPolicy> find(UUID id) {
    return Optional.ofNullable(entityManager.find(EscalationPolicy.class, id));
  }

  EscalationPolicy require(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("escalation policy"));
  }

  /** Locks a policy, so that what is read of it is not changed before this transaction ends. */
  EscalationPolicy lock(UUID id) {
    return lockIfAny(id).orElseThrow(() -> new NotFound("escalation policy"));
  }

  /** Locks a policy; empty when there is none. */
  Optional<EscalationPolicy> lockIfAny(UUID id) {
    return Optional.ofNullable(
        entityManager.find(EscalationPolicy.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Page<EscalationPolicy> page(PageRequest request) {
    String after =
        request.position().isEmpty()
            ? ""
            : " where lower(p.name) > :name or (lower(p.name) = :name and p.id > :id)";
    var query =
        entityManager
            .createQuery(
                "select p from EscalationPolicy p" + after + " order by lower(p.name), p.id",
                EscalationPolicy.class)
            .setMaxResults(request.fetch());
    request
        .position()
        .ifPresent(at -> query.setParameter("name", at.text(0)).setParameter("id", at.id(1)));
    return Page.of(
        query.getResultList(),
        request,
        policy -> Cursor.of(policy.name().toLowerCase(Locale.ROOT), policy.id()));
  }

  Optional<SeverityRule> rule(String severity) {
    return Optional.ofNullable(entityManager.find(SeverityRule.class, severity));
  }

  List<SeverityRule> rules() {
    return entityManager
        .createQuery("select r from SeverityRule r order by r.severity", SeverityRule.class)
        .getResultList();
  }

  boolean isActive(UUID policyId) {
    return !entityManager
        .createQuery(
            "select e.id from Escalation e where e.policyId = :policy and e.dueAt is not null",
            UUID.class)
        .setParameter("policy", policyId)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Returns the names of the policies that name a user in a tier, by name. */
  List<String> namesNaming(UUID userId) {
    List<?> names =
        entityManager
            .createNativeQuery(
                "SELECT name FROM incidents.escalation_policies"
                    + " WHERE tiers @> CAST(?1 AS jsonb) ORDER BY lower(name)")
            .setParameter(1, Json.write(List.of(Map.of("user_ids", List.of(userId)))))
            .getResultList();
    return names.stream().map(String::valueOf).toList();
  }

  void add(Object row) {
    entityManager.persist(row);
    entityManager.flush();
  }

  void remove(Object row) {
    entityManager.remove(row);
    entityManager.flush();
  }

  void flush() {
    entityManager.flush();
  }
}
