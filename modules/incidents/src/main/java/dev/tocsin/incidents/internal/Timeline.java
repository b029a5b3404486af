package dev.tocsin.incidents.internal;

import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Unit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes and reads what happened to incidents. */
@Dependent
public class Timeline {

  @Inject
  @Unit("incidents")
  private EntityManager entityManager;

  /** Builds an entry's content; what is null is left out. */
  static final class Content {
    private final Map<String, Object> content = new LinkedHashMap<>();

    Content with(String key, @Nullable Object value) {
      if (value != null) {
        content.put(key, value instanceof UUID ? value.toString() : value);
      }
      return this;
    }

    Map<String, Object> map() {
      return content;
    }
  }

  static Content content(String key, @Nullable Object value) {
    return new Content().with(key, value);
  }

  TimelineEntry write(Incident incident, String type, Actor actor, Instant at, Content content) {
    return write(incident, type, actor, at, content.map());
  }

  public TimelineEntry write(
      Incident incident, String type, Actor actor, Instant at, Map<String, Object> content) {
    TimelineEntry entry = new TimelineEntry(Ids.next(), incident.id(), type, actor, at, content);
    entityManager.persist(entry);
    return entry;
  }

  public Page<TimelineEntry> page(UUID incidentId, PageRequest request, boolean newestFirst) {
    String after =
        request.position().isEmpty() ? "" : " and e.id " + (newestFirst ? "<" : ">") + " :after";
    TypedQuery<TimelineEntry> query =
        entityManager
            .createQuery(
                "select e from TimelineEntry e where e.incidentId = :incident"
                    + after
                    + " order by e.id"
                    + (newestFirst ? " desc" : ""),
                TimelineEntry.class)
            .setParameter("incident", incidentId)
            .setMaxResults(request.fetch());
    request.position().ifPresent(at -> query.setParameter("after", at.id(0)));
    return Page.of(query.getResultList(), request, entry -> Cursor.of(entry.id()));
  }
}
