package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.fields.CustomFieldDraft;
import dev.tocsin.ticketing.fields.CustomFieldView;
import dev.tocsin.ticketing.fields.FieldType;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is typed about a custom field. */
public class FormOfField implements Serializable {

  private static final long serialVersionUID = 1L;

  private String key = "";
  private String label = "";
  private FieldType type = FieldType.TEXT;
  private String options = "";
  private boolean required;
  private @Nullable Integer order;
  private boolean archived;

  void fill(CustomFieldView field) {
    key = field.key();
    label = field.label();
    type = field.type();
    options = String.join("\n", field.options());
    required = field.required();
    order = field.order();
    archived = field.archivedAt() != null;
  }

  CustomFieldDraft command() {
    List<String> lines =
        options.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return new CustomFieldDraft(
        key, label, type, type.hasOptions() ? lines : null, required, order, archived);
  }

  /** Returns the types there are. */
  public FieldType[] getTypes() {
    return FieldType.values();
  }

  public String getKey() {
    return key;
  }

  public void setKey(String key) {
    this.key = key;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public FieldType getType() {
    return type;
  }

  public void setType(FieldType type) {
    this.type = type;
  }

  public String getOptions() {
    return options;
  }

  public void setOptions(String options) {
    this.options = options;
  }

  public boolean isRequired() {
    return required;
  }

  public void setRequired(boolean required) {
    this.required = required;
  }

  public @Nullable Integer getOrder() {
    return order;
  }

  public void setOrder(@Nullable Integer order) {
    this.order = order;
  }

  public boolean isArchived() {
    return archived;
  }

  public void setArchived(boolean archived) {
    this.archived = archived;
  }
}
