package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Code;
import dev.tocsin.ticketing.ChangeTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketView;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is typed over a ticket's properties. */
public class PropertiesForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String subject = "";
  private Priority priority = Priority.P2;
  private @Nullable UUID assigneeId;
  private @Nullable UUID teamId;
  private String tagText = "";

  void fill(TicketView ticket) {
    subject = ticket.subject();
    priority = ticket.priority();
    assigneeId = ticket.assigneeId();
    teamId = ticket.teamId();
    tagText = String.join(", ", ticket.tags());
  }

  /** Returns a ticket's properties by the names that its history uses. */
  static Map<String, @Nullable Object> of(TicketView ticket) {
    return named(
        ticket.subject(), ticket.priority(), ticket.assigneeId(), ticket.teamId(), ticket.tags());
  }

  Map<String, @Nullable Object> values() {
    return named(subject.strip(), priority, assigneeId, teamId, tags());
  }

  private static Map<String, @Nullable Object> named(
      String subject,
      Priority priority,
      @Nullable UUID assigneeId,
      @Nullable UUID teamId,
      List<String> tags) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("subject", subject);
    values.put("priority", Code.of(priority));
    values.put("assignee_id", assigneeId);
    values.put("team_id", teamId);
    values.put("tags", List.copyOf(tags));
    return values;
  }

  /** Returns the change of some properties to what is typed; the others stay as they are. */
  ChangeTicket change(Set<String> properties) {
    ChangeTicket change = ChangeTicket.nothing();
    change = properties.contains("subject") ? change.withSubject(subject) : change;
    change = properties.contains("priority") ? change.withPriority(priority) : change;
    change = properties.contains("assignee_id") ? change.withAssignee(assigneeId) : change;
    change = properties.contains("team_id") ? change.withTeam(teamId) : change;
    return properties.contains("tags") ? change.withTags(tags()) : change;
  }

  private List<String> tags() {
    return Arrays.stream(tagText.split(",", -1))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .toList();
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public Priority getPriority() {
    return priority;
  }

  public void setPriority(Priority priority) {
    this.priority = priority;
  }

  public @Nullable UUID getAssigneeId() {
    return assigneeId;
  }

  public void setAssigneeId(@Nullable UUID assigneeId) {
    this.assigneeId = assigneeId;
  }

  public @Nullable UUID getTeamId() {
    return teamId;
  }

  public void setTeamId(@Nullable UUID teamId) {
    this.teamId = teamId;
  }

  public String getTagText() {
    return tagText;
  }

  public void setTagText(String tagText) {
    this.tagText = tagText;
  }
}
