package dev.tocsin.web.schedules;

import dev.tocsin.platform.Role;
import dev.tocsin.schedules.LayerView;
import dev.tocsin.schedules.RotationType;
import dev.tocsin.schedules.ScheduleView;
import dev.tocsin.schedules.Schedules;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes or changes one layer, and shows what would come of it before it is saved. */
@Named
@ViewScoped
public class LayerEditPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Schedules schedules;
  @Inject private LayerPreview preview;
  @Inject private Caller caller;
  @Inject private Clock clock;

  private @Nullable UUID scheduleId;
  private @Nullable UUID id;
  private @Nullable ScheduleView schedule;
  private @Nullable Long version;
  private transient List<LayerPreview.Part> parts = List.of();
  private final LayerDraft draft = new LayerDraft();

  /** Loads the layer; without an id the page makes one. */
  public void load() {
    caller.actor().require(Role.ADMIN);
    UUID owner = UuidConverter.asked(scheduleId);
    UUID wanted = id;
    ScheduleView owning = schedules.require(caller.actor(), owner);
    schedule = owning;
    if (wanted == null) {
      draft.begin(clock, owning.timeZone());
    } else {
      LayerView known = schedules.requireLayer(caller.actor(), owner, wanted);
      version = known.version();
      draft.fill(known);
      tryOut();
    }
  }

  /** Computes what the layer would do as it is typed; faults go to their inputs. */
  public void tryOut() {
    ScheduleView owning = Objects.requireNonNull(schedule);
    parts = List.of(); // when the layer is refused, nothing comes of it
    if (!draft.getPeople().isBlank()) {
      parts = preview.of(owning, id, draft.planned(Messages.text("schedule.layer")));
    }
  }

  /** Saves and shows the timeline. */
  public String save() {
    UUID owner = UuidConverter.asked(scheduleId);
    UUID known = id;
    if (known == null) {
      schedules.addLayer(caller.actor(), owner, draft.create());
    } else {
      schedules.changeLayer(caller.actor(), owner, known, draft.change(), version);
    }
    Messages.done("schedules.layer_saved", draft.getName());
    return "/console/schedules/detail?faces-redirect=true&id=" + owner;
  }

  /** Returns the schedule the layer belongs to; null before it is loaded. */
  public @Nullable ScheduleView getSchedule() {
    return schedule;
  }

  /** Returns what the layer would do; empty until it was tried out. */
  public List<LayerPreview.Part> getParts() {
    return parts;
  }

  public LayerDraft getDraft() {
    return draft;
  }

  public @Nullable UUID getScheduleId() {
    return scheduleId;
  }

  public void setScheduleId(@Nullable UUID scheduleId) {
    this.scheduleId = scheduleId;
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }

  public RotationType[] getTypes() {
    return RotationType.values();
  }
}
