package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.DeliveryCounts;
import dev.tocsin.notifications.DeliveryQuery;
import dev.tocsin.notifications.DeliveryState;
import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads deliveries by page and by count. */
public final class DeliveryList {

  private static final String COUNTS =
      """
      SELECT count(*) FILTER (WHERE state IN ('pending', 'sending')),
          count(*) FILTER (WHERE state = 'failed'),
          (SELECT count(*) FROM notifications.delivery WHERE state = 'dead'),
          min(queued_at)
      FROM notifications.delivery WHERE state IN ('pending', 'sending', 'failed')
      """;

  private final EntityManager entityManager;

  public DeliveryList(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** Returns one page, the newest first. */
  public Page<Delivery> page(DeliveryQuery wanted, PageRequest request) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    if (wanted.state() != null) {
      conditions.add("d.state IN :states");
      parameters.put("states", states(wanted.state()));
    }
    same("channel", wanted.channel(), conditions, parameters);
    same("incidentId", wanted.incidentId(), conditions, parameters);
    same("ticketId", wanted.ticketId(), conditions, parameters);
    same("receiverId", wanted.receiverId(), conditions, parameters);
    String type = wanted.eventType();
    if (type != null && type.endsWith(".*")) {
      conditions.add("d.eventType LIKE :family");
      parameters.put("family", type.substring(0, type.length() - 1) + "%");
    } else {
      same("eventType", type, conditions, parameters);
    }
    request
        .position()
        .ifPresent(
            cursor -> {
              conditions.add("d.id < :before");
              parameters.put("before", cursor.id(0));
            });
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    TypedQuery<Delivery> query =
        entityManager.createQuery(
            "SELECT d FROM Delivery d" + where + " ORDER BY d.id DESC", Delivery.class);
    parameters.forEach(query::setParameter);
    List<Delivery> rows = query.setMaxResults(request.fetch()).getResultList();
    return Page.of(rows, request, delivery -> Cursor.of(delivery.id()));
  }

  /** Counts by state. */
  public DeliveryCounts counts() {
    return Jdbc.run(
        entityManager,
        COUNTS,
        sql -> {
          try (ResultSet row = sql.executeQuery()) {
            row.next();
            OffsetDateTime oldest = row.getObject(4, OffsetDateTime.class);
            return new DeliveryCounts(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                oldest == null ? null : oldest.toInstant());
          }
        });
  }

  private static Set<DeliveryState> states(DeliveryState state) {
    return state == DeliveryState.PENDING
        ? EnumSet.of(DeliveryState.PENDING, DeliveryState.SENDING)
        : EnumSet.of(state);
  }

  private static void same(
      String attribute,
      @Nullable Object value,
      List<String> conditions,
      Map<String, Object> parameters) {
    if (value != null) {
      conditions.add("d." + attribute + " = :" + attribute);
      parameters.put(attribute, value);
    }
  }
}
