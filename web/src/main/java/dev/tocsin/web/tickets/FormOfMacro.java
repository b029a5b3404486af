package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Patch;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.Visibility;
import dev.tocsin.ticketing.work.AdjustTicket;
import dev.tocsin.ticketing.work.MacroDraft;
import dev.tocsin.ticketing.work.MacroView;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is typed about a macro. */
public class FormOfMacro extends FormOfShared {

  private static final long serialVersionUID = 1L;

  /** What becomes of the assignee: an id, or one of these. */
  private static final String UNCHANGED = "";

  private static final String ME = "me";
  private static final String NOBODY = "none";

  private String reply = "";
  private boolean internal;
  private @Nullable TicketStatus status;
  private @Nullable Priority priority;
  private String assignee = UNCHANGED;
  private @Nullable UUID team;
  private String addTags = "";
  private String removeTags = "";

  void fill(MacroView macro) {
    fill(macro.name(), macro.order(), macro.audience(), macro.teamId());
    AdjustTicket change = macro.change();
    reply = Objects.requireNonNullElse(macro.reply(), "");
    internal = macro.visibility() == Visibility.INTERNAL;
    status = change.status();
    priority = change.priority();
    if (Boolean.TRUE.equals(change.assignToMe())) {
      assignee = ME;
    } else if (change.assigneeId() != null) {
      UUID person = change.assigneeId().value();
      assignee = person == null ? NOBODY : person.toString();
    }
    team = change.teamId() == null ? null : change.teamId().value();
    addTags = Typed.joined(change.addTags());
    removeTags = Typed.joined(change.removeTags());
  }

  MacroDraft command() {
    AdjustTicket change =
        new AdjustTicket(
            status,
            assigneePatch(),
            assignee.equals(ME) ? Boolean.TRUE : null,
            team == null ? null : Patch.to(team),
            priority,
            Typed.list(addTags),
            Typed.list(removeTags));
    return new MacroDraft(
        getName(),
        getOrder(),
        getAudience(),
        team(),
        reply.isBlank() ? null : reply,
        internal ? Visibility.INTERNAL : Visibility.PUBLIC,
        change);
  }

  private @Nullable Patch<UUID> assigneePatch() {
    return switch (assignee) {
      case UNCHANGED, ME -> null;
      case NOBODY -> Patch.to(null);
      default -> Patch.to(UUID.fromString(assignee));
    };
  }

  /** Returns the states a macro can end in. */
  public TicketStatus[] getStatuses() {
    return TicketStatus.values();
  }

  public String getReply() {
    return reply;
  }

  public void setReply(String reply) {
    this.reply = reply;
  }

  public boolean isInternal() {
    return internal;
  }

  public void setInternal(boolean internal) {
    this.internal = internal;
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

  public String getAssignee() {
    return assignee;
  }

  public void setAssignee(@Nullable String assignee) {
    this.assignee = Objects.requireNonNullElse(assignee, UNCHANGED);
  }

  public @Nullable UUID getTeam() {
    return team;
  }

  public void setTeam(@Nullable UUID team) {
    this.team = team;
  }

  public String getAddTags() {
    return addTags;
  }

  public void setAddTags(String addTags) {
    this.addTags = addTags;
  }

  public String getRemoveTags() {
    return removeTags;
  }

  public void setRemoveTags(String removeTags) {
    this.removeTags = removeTags;
  }
}
