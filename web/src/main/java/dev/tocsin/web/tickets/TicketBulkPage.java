package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Patch;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.work.AdjustTicket;
import dev.tocsin.ticketing.work.BulkResult;
import dev.tocsin.ticketing.work.ChangeTickets;
import dev.tocsin.ticketing.work.TicketBulk;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of the tickets that are picked in the list, with what became of each. */
@Named
@RequestScoped
public class TicketBulkPage {

  @Inject private TicketBulk bulk;
  @Inject private HttpServletRequest request;
  @Inject private Caller caller;

  private @Nullable TicketStatus status;
  private @Nullable Priority priority;
  private @Nullable UUID assigneeId;
  private String tag = "";
  private @Nullable BulkResult result;

  /** Changes every ticket picked. */
  public void apply() {
    String[] picked = request.getParameterValues("pick");
    AdjustTicket change =
        new AdjustTicket(
            status,
            assigneeId == null ? null : Patch.to(assigneeId),
            null,
            null,
            priority,
            tag.isBlank() ? null : List.of(tag.strip()),
            null);
    if (picked == null || change.changesNothing()) {
      throw new Rejected("/to", "required", Messages.text("tickets.bulk_nothing"));
    }
    result = bulk.change(caller.actor(), new ChangeTickets(List.of(picked), change));
    Messages.done("tickets.bulk_done", result.changed());
  }

  /** Returns what became of the tickets; null before anything was changed. */
  public @Nullable BulkResult getResult() {
    return result;
  }

  public @Nullable TicketStatus getStatus() {
    return status;
  }

  public void setStatus(@Nullable TicketStatus status) {
    this.status = status;
  }

  public @Nullable Priority getPriority() {
    return priority;
  }

  public void setPriority(@Nullable Priority priority) {
    this.priority = priority;
  }

  public @Nullable UUID getAssigneeId() {
    return assigneeId;
  }

  public void setAssigneeId(@Nullable UUID assigneeId) {
    this.assigneeId = assigneeId;
  }

  public String getTag() {
    return tag;
  }

  public void setTag(String tag) {
    this.tag = tag;
  }
}
