package dev.tocsin.platform.audit;

import dev.tocsin.persistence.PageRequest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns an {@link AuditQuery} into one statement. */
final class AuditSearch {

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final List<String> conditions = new ArrayList<>(List.of("e.seq > 0"));
  private final Map<String, Object> parameters = new HashMap<>();

  private AuditSearch(AuditQuery query) {
    where("e.entityType = :entityType", "entityType", query.entityType());
    where("e.entityId = :entityId", "entityId", query.entityId());
    where("e.action = :action", "action", query.action());
    where("e.at >= :from", "from", query.from());
    where("e.at < :to", "to", query.to());
    String actor = query.actor();
    if (actor != null && ID.matcher(actor).matches()) {
      where("e.actorId = :actor", "actor", UUID.fromString(actor));
    } else {
      where("e.actorName = :actor", "actor", actor);
    }
  }

  private void where(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(name, value);
    }
  }

  /** Returns one row more than the page holds, if there is one. */
  static List<AuditEntry> find(EntityManager entityManager, AuditQuery query, PageRequest request) {
    AuditSearch search = new AuditSearch(query);
    request
        .position()
        .ifPresent(position -> search.where("e.seq < :before", "before", position.number(0)));
    TypedQuery<AuditEntry> statement =
        entityManager.createQuery(
            "SELECT e FROM AuditEntry e WHERE "
                + String.join(" AND ", search.conditions)
                + " ORDER BY e.seq DESC",
            AuditEntry.class);
    search.parameters.forEach(statement::setParameter);
    return statement.setMaxResults(request.fetch()).getResultList();
  }
}
