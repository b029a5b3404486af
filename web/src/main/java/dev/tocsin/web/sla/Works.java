package dev.tocsin.web.sla;

import dev.tocsin.platform.error.NotFound;
import dev.tocsin.sla.RecalculationStarted;
import dev.tocsin.sla.RecalculationState;
import dev.tocsin.sla.RecalculationView;
import dev.tocsin.sla.SlaRecalculations;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The edits on their way to open clocks: all that run, and the one that the address names. */
@Named
@ViewScoped
public class Works implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private SlaRecalculations recalculations;
  @Inject private Caller caller;

  private @Nullable UUID id;

  /** Returns what an address adds so that its page shows a work; nothing for none. */
  static String after(@Nullable RecalculationStarted work) {
    return work == null ? "" : "&work=" + work.id();
  }

  /** Returns them as they stand now, oldest first. */
  public List<RecalculationView> getShown() {
    List<RecalculationView> shown = new ArrayList<>(recalculations.running(caller.actor()));
    UUID asked = id;
    if (asked != null && shown.stream().noneMatch(work -> work.id().equals(asked))) {
      try {
        shown.add(recalculations.require(caller.actor(), asked));
      } catch (NotFound e) {
        id = null; // it ended long ago, and somebody kept the address
      }
    }
    return shown;
  }

  /** Returns whether any still runs. */
  public boolean isRunning() {
    return getShown().stream().anyMatch(work -> work.state() == RecalculationState.RUNNING);
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }
}
