package dev.tocsin.web.schedules;

import dev.tocsin.schedules.PreviewSchedule;
import dev.tocsin.schedules.SchedulePreview;
import dev.tocsin.schedules.ScheduleQuality;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a schedule would do that nobody has saved yet. */
@Path("schedules/preview")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SchedulePreviewResource {

  @Inject private ScheduleQuality quality;
  @Inject private Caller caller;

  /** Computes and stores nothing. */
  @POST
  @Doc("Tells who would be on call by a schedule that is not stored, with gaps and warnings.")
  public SchedulePreview preview(PreviewSchedule command) {
    return quality.preview(caller.actor(), command);
  }
}
