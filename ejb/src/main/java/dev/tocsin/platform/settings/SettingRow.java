package dev.tocsin.platform.settings;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A setting that somebody set; removed when it is set back to its default. */
@Entity
@Table(schema = "platform", name = "setting")
class SettingRow {

  @Id private String key;

  @Convert(converter = JsonNodeColumn.class)
  private JsonNode value;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected SettingRow() {}

  SettingRow(String key, JsonNode value, String by, Instant at) {
    this.key = key;
    this.value = value;
    this.changedBy = by;
    this.changedAt = at;
  }

  void change(JsonNode to, String by, Instant at) {
    value = to;
    changedBy = by;
    changedAt = at;
  }

  String key() {
    return key;
  }

  /** Returns the value as stored: sealed, when the setting is a secret. */
  JsonNode value() {
    return value;
  }
}
