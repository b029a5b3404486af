package dev.tocsin.ticketing;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets are wanted, in the words of the API's parameters.
 *
 * <p>Unlike a {@link TicketQuery} it can be kept and shared: {@code me} is whoever asks. Absent
 * filters let everything pass.
 *
 * @param assigneeId an id, {@code me} or {@code none}
 * @param field custom fields as {@code key:value}; the ticket has all of them
 * @param sort null is the newest change first; {@code relevance} with {@code q} only
 */
public record TicketFilter(
    @Nullable @Size(max = 6) List<@NotNull TicketStatus> status,
    @Nullable @Size(max = 4) List<@NotNull Priority> priority,
    @Nullable @Size(max = 100) List<@NotNull @Size(max = 100) String> tag,
    @Nullable
        @Pattern(
            regexp = "me|none|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
            message = "must be an id, me or none")
        String assigneeId,
    @Nullable UUID teamId,
    @Nullable UUID customerId,
    @Nullable @Size(max = 3) List<@NotNull SlaState> sla,
    @Nullable @Size(max = 20)
        List<@NotNull @Pattern(regexp = FIELD, message = FIELD_SAYS) String> field,
    @Nullable @Size(max = 500) @Pattern(regexp = Texts.ANY, message = Texts.ANY_SAYS) String q,
    TicketQuery.@Nullable Sort sort) {

  private static final String FIELD = "(?s)[^:\\u0000]{1,100}:[^\\u0000]{1,1000}";
  private static final String FIELD_SAYS = "must be a custom field's key, a colon and a value";

  /** Returns the filter that lets everything pass. */
  public static TicketFilter all() {
    return new TicketFilter(null, null, null, null, null, null, null, null, null, null);
  }

  /** Returns the filter for tickets that still need somebody. */
  public static TicketFilter unfinished() {
    return all()
        .withStatus(
            TicketStatus.OPEN,
            TicketStatus.TRIAGED,
            TicketStatus.IN_PROGRESS,
            TicketStatus.WAITING);
  }

  /** Returns this filter, but for the states. */
  public TicketFilter withStatus(TicketStatus... wanted) {
    return new TicketFilter(
        List.of(wanted), priority, tag, assigneeId, teamId, customerId, sla, field, q, sort);
  }

  /** Returns this filter, but for the assignee. */
  public TicketFilter withAssignee(@Nullable String wanted) {
    return new TicketFilter(status, priority, tag, wanted, teamId, customerId, sla, field, q, sort);
  }

  /** Returns this filter, but for the service level states. */
  public TicketFilter withSla(SlaState... wanted) {
    return new TicketFilter(
        status, priority, tag, assigneeId, teamId, customerId, List.of(wanted), field, q, sort);
  }

  /** Returns this filter in another order. */
  public TicketFilter sortedBy(TicketQuery.Sort order) {
    return new TicketFilter(
        status, priority, tag, assigneeId, teamId, customerId, sla, field, q, order);
  }

  /**
   * Returns what this means when an actor asks.
   *
   * @throws Rejected naming every fault
   */
  public TicketQuery query(Actor actor) {
    List<Fault> faults = new ArrayList<>(dev.tocsin.platform.Input.faults(this));
    if (sort == TicketQuery.Sort.RELEVANCE && (q == null || q.isBlank())) {
      faults.add(new Fault("/sort", "invalid", "by relevance needs words to search for, in q"));
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
    return new TicketQuery(
        Set.copyOf(orNone(status)),
        Set.copyOf(orNone(priority)),
        orNone(tag),
        assignee(actor),
        "none".equals(assigneeId),
        teamId,
        customerId,
        Set.copyOf(orNone(sla)),
        fields(),
        q,
        Objects.requireNonNullElse(sort, TicketQuery.Sort.UPDATED_DESC));
  }

  private @Nullable UUID assignee(Actor actor) {
    if (assigneeId == null || assigneeId.equals("none")) {
      return null;
    }
    if (!assigneeId.equals("me")) {
      return UUID.fromString(assigneeId);
    }
    return Objects.requireNonNullElse(actor.id(), new UUID(0, 0)); // the system has no tickets
  }

  private Map<String, String> fields() {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String pair : orNone(field)) {
      int colon = pair.indexOf(':');
      wanted.put(pair.substring(0, colon), pair.substring(colon + 1));
    }
    return wanted;
  }

  private static <T> List<T> orNone(@Nullable List<T> values) {
    return values == null ? List.of() : new ArrayList<>(values);
  }
}
