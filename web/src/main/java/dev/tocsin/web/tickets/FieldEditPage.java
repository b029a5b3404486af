package dev.tocsin.web.tickets;

import dev.tocsin.platform.Role;
import dev.tocsin.ticketing.fields.CustomFieldView;
import dev.tocsin.ticketing.fields.TicketFields;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes or changes a custom field; its key and type never change. */
@Named
@ViewScoped
public class FieldEditPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String LIST = "/console/ticket-fields/list?faces-redirect=true";

  @Inject private TicketFields fields;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private long version;
  private final FormOfField draft = new FormOfField();

  /** Loads the field; without an id the page makes one. */
  public void load() {
    caller.actor().require(Role.ADMIN);
    UUID wanted = id;
    if (wanted != null) {
      CustomFieldView field = fields.require(caller.actor(), wanted);
      version = field.version();
      draft.fill(field);
    }
  }

  /** Saves. */
  public String save() {
    UUID known = id;
    CustomFieldView saved =
        known == null
            ? fields.create(caller.actor(), draft.command())
            : fields.change(caller.actor(), known, draft.command(), version);
    Messages.done("fields.saved", saved.label());
    return LIST;
  }

  /** Deletes the field, unless tickets have values in it. */
  public String delete() {
    fields.delete(caller.actor(), UuidConverter.asked(id), version);
    Messages.done("fields.deleted", draft.getLabel());
    return LIST;
  }

  public FormOfField getDraft() {
    return draft;
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }
}
