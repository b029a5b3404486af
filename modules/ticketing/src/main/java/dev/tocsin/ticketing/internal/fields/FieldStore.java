package dev.tocsin.ticketing.internal.fields;

import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.memory.Memory;
import dev.tocsin.ticketing.fields.CustomFieldDraft;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps the custom fields. */
@Dependent
public class FieldStore {

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  @Inject private Memory memory;

  /** Returns every field in its order, archived ones last. */
  public List<CustomField> all() {
    return entityManager
        .createQuery(
            "SELECT f FROM CustomField f ORDER BY"
                + " CASE WHEN f.archivedAt IS NULL THEN 0 ELSE 1 END, f.position, f.key",
            CustomField.class)
        .getResultList();
  }

  /** Returns every field as this node remembers them: shared, not to be changed. */
  List<CustomField> remembered() {
    return memory.all(CustomField.class, this::all);
  }

  /** Returns a field. */
  public CustomField require(UUID id) {
    CustomField field = entityManager.find(CustomField.class, id);
    if (field == null) {
      throw new NotFound("custom field");
    }
    return field;
  }

  /** Keeps a new field, as the last when its draft does not say where. */
  public CustomField add(CustomFieldDraft draft, Instant at) {
    // one at a time: two who add the same key at once must not both find it free
    entityManager
        .createNativeQuery(
            "SELECT 1 FROM pg_advisory_xact_lock(hashtext('ticketing.custom_field'))")
        .getResultList();
    List<CustomField> all = all();
    if (all.stream().anyMatch(field -> field.key().equals(draft.key()))) {
      throw new Conflict("key_taken", "There is a field with this key.");
    }
    CustomField field = CustomField.create(draft, all.size() + 1, at);
    entityManager.persist(field);
    return field;
  }

  /** Writes what has changed, so that the field knows its new version, and returns it. */
  public CustomField flushed(CustomField field) {
    entityManager.flush();
    return field;
  }

  /** Removes a field. */
  public void remove(CustomField field) {
    entityManager.remove(field);
  }

  /** Returns whether any ticket has a value by a key. */
  public boolean isUsed(String key) {
    return (boolean)
        entityManager
            .createNativeQuery(
                "SELECT EXISTS (SELECT 1 FROM ticketing.ticket WHERE custom_fields <> '{}'"
                    + " AND jsonb_exists(custom_fields, ?1))")
            .setParameter(1, key)
            .getSingleResult();
  }
}
