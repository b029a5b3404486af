package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.Requester;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is typed about a ticket. */
public class TicketDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable UUID customerId;
  private String subject = "";
  private String body = "";
  private Priority priority = Priority.P2;
  private @Nullable UUID assigneeId;
  private @Nullable UUID teamId;
  private String tagText = "";
  private String email = "";
  private String name = "";
  private final FieldsForm fields = new FieldsForm();

  OpenTicket open(UUID customer) {
    Requester requester =
        email.isBlank() && name.isBlank() ? null : new Requester(blank(email), blank(name));
    return new OpenTicket(
        customer,
        subject,
        body,
        priority,
        Typed.list(tagText),
        requester,
        assigneeId,
        teamId,
        fields.filled());
  }

  private static @Nullable String blank(String text) {
    return text.isBlank() ? null : text.strip();
  }

  public @Nullable UUID getCustomerId() {
    return customerId;
  }

  public void setCustomerId(@Nullable UUID customerId) {
    this.customerId = customerId;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getBody() {
    return body;
  }

  public void setBody(String body) {
    this.body = body;
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

  public String getTagText() {
    return tagText;
  }

  public void setTagText(String tagText) {
    this.tagText = tagText;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public @Nullable UUID getTeamId() {
    return teamId;
  }

  public void setTeamId(@Nullable UUID teamId) {
    this.teamId = teamId;
  }

  public FieldsForm getFields() {
    return fields;
  }
}
