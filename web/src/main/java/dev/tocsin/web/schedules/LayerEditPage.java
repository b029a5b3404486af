package dev.tocsin.web.schedules;

import dev.tocsin.platform.Role;
import dev.tocsin.schedules.LayerView;
import dev.tocsin.schedules.Schedules;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes or changes one layer, and shows what would come of it before it is saved. */
@Named
@ViewScoped
public class LayerEditPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Schedules schedules;
  @Inject private LayerPreview preview;
  @Inject private SchedulePage page;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private @Nullable Long version;
  private transient List<LayerPreview.Part> parts = List.of();
  private final LayerDraft draft = new LayerDraft();

  /** Loads the layer; without an id the page makes one. */
  public void load() {
    caller.actor().require(Role.ADMIN);
    page.load();
    UUID wanted = id;
    if (wanted == null) {
      draft.begin(preview.today(page.required()));
    } else {
      LayerView known = schedules.requireLayer(caller.actor(), page.required().id(), wanted);
      version = known.version();
      draft.fill(known);
      tryOut();
    }
  }

  /** Computes what the layer would do as it is typed; faults go to their inputs. */
  public void tryOut() {
    parts = List.of(); // when the layer is refused, nothing comes of it
    if (!draft.getTurns().isEmpty()) {
      parts = preview.of(page.required(), id, draft.planned(Messages.text("schedule.layer")));
    }
  }

  /** Saves and shows the timeline. */
  public String save() {
    UUID owner = page.required().id();
    UUID known = id;
    if (known == null) {
      schedules.addLayer(caller.actor(), owner, draft.create());
    } else {
      schedules.changeLayer(caller.actor(), owner, known, draft.change(), version);
    }
    Messages.done("schedules.layer_saved", draft.getName());
    return "/console/schedules/detail?faces-redirect=true&id=" + owner;
  }

  /** Returns what the layer would do; empty until it was tried out. */
  public List<LayerPreview.Part> getParts() {
    return parts;
  }

  public LayerDraft getDraft() {
    return draft;
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }
}
