package dev.tocsin.ticketing.work;

import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Patch;
import dev.tocsin.ticketing.ChangeTicket;
import dev.tocsin.ticketing.HistoryView.Shift;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.Texts;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Change any ticket, whatever it is now: unlike {@link ChangeTicket} it adds and takes tags, and
 * names the state to end in. A null component leaves its property as it is.
 *
 * @param assigneeId the new assignee, or a patch to nobody
 * @param assignToMe true makes the acting person the assignee; not together with an assignee
 * @param teamId the new team, or a patch to none
 */
public record AdjustTicket(
    @Nullable TicketStatus status,
    @Nullable Patch<UUID> assigneeId,
    @Nullable Boolean assignToMe,
    @Nullable Patch<UUID> teamId,
    @Nullable Priority priority,
    @Nullable @Size(max = 100)
        List<
                @NotNull @Size(max = 100)
                @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS) String>
            addTags,
    @Nullable @Size(max = 100)
        List<
                @NotNull @Size(max = 100)
                @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS) String>
            removeTags) {

  public AdjustTicket {
    if (Boolean.TRUE.equals(assignToMe) && assigneeId != null) {
      throw new IllegalArgumentException("assign_to_me and assignee_id exclude each other");
    }
  }

  /** Returns the change of nothing. */
  public static AdjustTicket nothing() {
    return new AdjustTicket(null, null, null, null, null, null, null);
  }

  /** Returns the change to a state. */
  public static AdjustTicket to(TicketStatus status) {
    return new AdjustTicket(status, null, null, null, null, null, null);
  }

  /** Returns the change that adds tags. */
  public static AdjustTicket tag(String... tags) {
    return new AdjustTicket(null, null, null, null, null, List.of(tags), null);
  }

  /** Returns whether this leaves every ticket as it is. */
  public boolean changesNothing() {
    return status == null && propertiesOf(List.of(), null).equals(ChangeTicket.nothing());
  }

  /**
   * Returns what this changes of a ticket beside its state.
   *
   * @param me who acts, where that can be an assignee; null else
   */
  public ChangeTicket propertiesOf(TicketView ticket, @Nullable UUID me) {
    return propertiesOf(ticket.tags(), me);
  }

  /** Returns what this changes of a ticket beside its state, property by property. */
  public Map<String, Shift> shifts(TicketView ticket, @Nullable UUID me) {
    ChangeTicket wanted = propertiesOf(ticket, me);
    Map<String, Shift> shifts = new LinkedHashMap<>();
    if (wanted.priority() != null) {
      note(shifts, "priority", Code.of(ticket.priority()), Code.of(wanted.priority()));
    }
    if (wanted.tags() != null) {
      note(shifts, "tags", ticket.tags(), wanted.tags());
    }
    if (wanted.assigneeId() != null) {
      note(shifts, "assignee_id", ticket.assigneeId(), wanted.assigneeId().value());
    }
    if (wanted.teamId() != null) {
      note(shifts, "team_id", ticket.teamId(), wanted.teamId().value());
    }
    return shifts;
  }

  /** Returns what this changes beside the state of a ticket that has these tags. */
  public ChangeTicket propertiesOf(List<String> tags, @Nullable UUID me) {
    boolean mine = Boolean.TRUE.equals(assignToMe);
    return new ChangeTicket(
        null, null, priority, retagged(tags), null, mine ? Patch.to(me) : assigneeId, teamId, null);
  }

  private static void note(
      Map<String, Shift> shifts, String property, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      shifts.put(property, new Shift(from, to));
    }
  }

  private @Nullable List<String> retagged(List<String> tags) {
    if (isNone(addTags) && isNone(removeTags)) {
      return null;
    }
    Set<String> result = new LinkedHashSet<>(tags);
    if (removeTags != null) {
      removeTags.stream().map(String::strip).forEach(result::remove);
    }
    if (addTags != null) {
      addTags.stream().map(String::strip).forEach(result::add);
    }
    return List.copyOf(result);
  }

  private static boolean isNone(@Nullable List<String> tags) {
    return tags == null || tags.isEmpty();
  }
}
