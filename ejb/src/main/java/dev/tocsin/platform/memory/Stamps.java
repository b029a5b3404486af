package dev.tocsin.platform.memory;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tocsin.persistence.JsonColumn;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;

/** The stamps of all tables that may be remembered: the one row of a view. */
@Entity
@Table(schema = "platform", name = "stamps")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class Stamps {

  static final int ONLY = 1;

  @SuppressWarnings("UnusedVariable") // JPA reads it
  @Id
  private int id;

  @Column(name = "by_table")
  @Convert(converter = ByTable.class)
  private Map<String, UUID> byTable;

  /** Returns the stamp of a table, named with its schema. */
  UUID of(String table) {
    UUID stamp = byTable.get(table);
    if (stamp == null) {
      throw new IllegalStateException("changes of " + table + " draw no stamp");
    }
    return stamp;
  }

  /** Stamps as JSON by their tables. */
  @Converter
  public static class ByTable extends JsonColumn<Map<String, UUID>>
      implements AttributeConverter<Map<String, UUID>, Object> {

    /** Made by the persistence provider. */
    public ByTable() {
      super(new TypeReference<>() {});
    }
  }
}
