package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Code;
import dev.tocsin.ticketing.ChangeTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.Requester;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.fields.CustomFieldView;
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

  /** What stands before the key of a custom field where properties are named. */
  static final String FIELD = "custom_fields/";

  private String subject = "";
  private Priority priority = Priority.P2;
  private @Nullable UUID assigneeId;
  private @Nullable UUID teamId;
  private String tagText = "";
  private String requesterName = "";
  private String requesterEmail = "";
  private final FieldsForm fields = new FieldsForm();

  void fill(TicketView ticket, List<CustomFieldView> offered) {
    subject = ticket.subject();
    priority = ticket.priority();
    assigneeId = ticket.assigneeId();
    teamId = ticket.teamId();
    tagText = String.join(", ", ticket.tags());
    Requester asks = ticket.requester();
    requesterName = asks == null || asks.name() == null ? "" : asks.name();
    requesterEmail = asks == null || asks.email() == null ? "" : asks.email();
    fields.fill(offered, ticket.customFields());
  }

  /**
   * Returns a ticket's properties, as far as they are typed here, by the names that its history
   * uses; a custom field's is {@code custom_fields/} with its key.
   */
  Map<String, @Nullable Object> of(TicketView ticket) {
    PropertiesForm other = new PropertiesForm();
    other.fill(ticket, fields.getInputs().stream().map(FieldInput::getField).toList());
    return other.values();
  }

  Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("subject", subject.strip());
    values.put("priority", Code.of(priority));
    values.put("assignee_id", assigneeId);
    values.put("team_id", teamId);
    values.put("tags", tags());
    values.put("requester", (requesterName.strip() + " " + requesterEmail.strip()).strip());
    fields.values().forEach((key, value) -> values.put(FIELD + key, value));
    return values;
  }

  /** Returns the change of some properties to what is typed; the others stay as they are. */
  ChangeTicket change(Set<String> properties) {
    ChangeTicket change = ChangeTicket.nothing();
    change = properties.contains("subject") ? change.withSubject(subject) : change;
    change = properties.contains("priority") ? change.withPriority(priority) : change;
    change = properties.contains("assignee_id") ? change.withAssignee(assigneeId) : change;
    change = properties.contains("team_id") ? change.withTeam(teamId) : change;
    change = properties.contains("tags") ? change.withTags(tags()) : change;
    change = properties.contains("requester") ? change.withRequester(requester()) : change;
    Map<String, @Nullable Object> typed = fields.values();
    typed.keySet().removeIf(key -> !properties.contains(FIELD + key));
    return typed.isEmpty() ? change : change.withCustomFields(typed);
  }

  private Requester requester() {
    return new Requester(
        requesterEmail.isBlank() ? null : requesterEmail.strip(),
        requesterName.isBlank() ? null : requesterName.strip());
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

  public String getRequesterName() {
    return requesterName;
  }

  public void setRequesterName(String requesterName) {
    this.requesterName = requesterName;
  }

  public String getRequesterEmail() {
    return requesterEmail;
  }

  public void setRequesterEmail(String requesterEmail) {
    this.requesterEmail = requesterEmail;
  }

  public FieldsForm getFields() {
    return fields;
  }
}
