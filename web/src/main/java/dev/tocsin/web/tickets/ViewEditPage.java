package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.work.SavedViewDetail;
import dev.tocsin.ticketing.work.SavedViews;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes or changes a saved view. */
@Named
@ViewScoped
public class ViewEditPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String LIST = "/console/ticket-views/list?faces-redirect=true";

  @Inject private SavedViews views;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private long version;
  private final FormOfView draft = new FormOfView();

  /** Loads the view; without an id the page makes one. */
  public void load() {
    caller.actor().requireStaff();
    UUID wanted = id;
    if (wanted != null) {
      SavedViewDetail view = views.require(caller.actor(), wanted);
      version = view.version();
      draft.fill(view);
    }
  }

  /** Saves. */
  public String save() {
    UUID known = id;
    SavedViewDetail saved =
        known == null
            ? views.create(caller.actor(), draft.command())
            : views.change(caller.actor(), known, draft.command(), version);
    Messages.done("views.saved", saved.name());
    return LIST;
  }

  /** Deletes the view. */
  public String delete() {
    views.delete(caller.actor(), UuidConverter.asked(id), version);
    Messages.done("views.deleted", draft.getName());
    return LIST;
  }

  public FormOfView getDraft() {
    return draft;
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }
}
