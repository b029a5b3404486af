package dev.tocsin.ticketing.internal.fields;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.ticketing.fields.CustomFieldDraft;
import dev.tocsin.ticketing.fields.CustomFieldView;
import dev.tocsin.ticketing.fields.FieldType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A field that a desk adds to its tickets; its key and type are for good. */
@Entity
@Table(name = "custom_field", schema = "ticketing")
public class CustomField {

  @Id private UUID id;
  private String key;
  private String label;

  @Convert(converter = FieldColumns.OfType.class)
  private FieldType type;

  @Convert(converter = FieldColumns.OfOptions.class)
  private List<String> options;

  private boolean required;
  private int position;

  @Column(name = "archived_at")
  private @Nullable Instant archivedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected CustomField() {}

  static CustomField create(CustomFieldDraft draft, int position, Instant at) {
    CustomField field = new CustomField();
    field.id = Ids.next();
    field.key = draft.key();
    field.type = draft.type();
    field.position = position;
    field.createdAt = at;
    field.replace(draft, at);
    return field;
  }

  /**
   * Replaces everything but the key and the type.
   *
   * @throws Rejected naming every fault
   */
  public void replace(CustomFieldDraft draft, Instant at) {
    List<String> wanted = draft.options() == null ? List.of() : draft.options();
    List<Fault> faults = new ArrayList<>();
    if (!draft.key().equals(key)) {
      faults.add(new Fault("/key", "immutable", "is for good: tickets have values by it"));
    }
    if (draft.type() != type) {
      faults.add(new Fault("/type", "immutable", "is for good: tickets have values of it"));
    }
    if (type.hasOptions() == wanted.isEmpty()) {
      faults.add(new Fault("/options", "invalid", "are given where something is chosen, only"));
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
    label = draft.label();
    options = wanted.stream().map(String::strip).distinct().toList();
    required = Boolean.TRUE.equals(draft.required());
    position = draft.order() == null ? position : draft.order();
    archivedAt = Boolean.TRUE.equals(draft.archived()) ? earlier(archivedAt, at) : null;
    updatedAt = at;
  }

  private static Instant earlier(@Nullable Instant known, Instant at) {
    return known == null ? at : known;
  }

  /**
   * Lets pass a caller who knows the newest version, or does not care.
   *
   * @throws Stale otherwise
   */
  public void expect(@Nullable Long known) {
    Stale.check(version, known);
  }

  /** Returns what is wrong with a value; empty when nothing is. */
  Optional<String> refusalOf(Object value) {
    return type.refusalOf(value, options);
  }

  boolean mustBeFilled() {
    return required && archivedAt == null;
  }

  public String key() {
    return key;
  }

  /** Returns the field as readers see it. */
  public CustomFieldView view() {
    return new CustomFieldView(
        id,
        key,
        label,
        type,
        options,
        required,
        position,
        archivedAt,
        createdAt,
        updatedAt,
        version);
  }
}
