package dev.tocsin.web.tickets;

import dev.tocsin.platform.Role;
import dev.tocsin.ticketing.work.MacroView;
import dev.tocsin.ticketing.work.Macros;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes or changes a macro. */
@Named
@ViewScoped
public class MacroEditPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String LIST = "/console/ticket-macros/list?faces-redirect=true";

  @Inject private Macros macros;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private long version;
  private final FormOfMacro draft = new FormOfMacro();

  /** Loads the macro; without an id the page makes one. */
  public void load() {
    caller.actor().require(Role.ADMIN, Role.AGENT);
    UUID wanted = id;
    if (wanted != null) {
      MacroView macro = macros.require(caller.actor(), wanted);
      version = macro.version();
      draft.fill(macro);
    }
  }

  /** Saves. */
  public String save() {
    UUID known = id;
    MacroView saved =
        known == null
            ? macros.create(caller.actor(), draft.command())
            : macros.change(caller.actor(), known, draft.command(), version);
    Messages.done("macros.saved", saved.name());
    return LIST;
  }

  /** Deletes the macro. */
  public String delete() {
    macros.delete(caller.actor(), UuidConverter.asked(id), version);
    Messages.done("macros.deleted", draft.getName());
    return LIST;
  }

  public FormOfMacro getDraft() {
    return draft;
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }
}
