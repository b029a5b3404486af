package dev.tocsin.ticketing.internal;

import dev.tocsin.ticketing.ChangeTicket;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.Requester;
import dev.tocsin.ticketing.internal.privacy.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a ticket is about, who asks, and who is to answer: what people and rules edit. */
@Embeddable
public class TicketProperties {

  private String subject;
  private String body;

  @Convert(converter = Columns.OfPriority.class)
  private Priority priority;

  @Convert(converter = Columns.OfTags.class)
  private List<String> tags;

  @Column(name = "requester_email")
  private @Nullable String requesterEmail;

  @Column(name = "requester_name")
  private @Nullable String requesterName;

  @Column(name = "assignee_id")
  private @Nullable UUID assigneeId;

  @Column(name = "team_id")
  private @Nullable UUID teamId;

  @Convert(converter = Columns.OfFields.class)
  @Column(name = "custom_fields")
  private Map<String, Object> customFields;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected TicketProperties() {}

  static TicketProperties of(OpenTicket command, @Nullable Requester requester) {
    TicketProperties properties = new TicketProperties();
    properties.subject = command.subject();
    properties.body = command.body() == null ? "" : command.body();
    properties.priority = command.priority();
    properties.tags = Tags.of(command.tags());
    properties.name(requester);
    properties.assigneeId = command.assigneeId();
    properties.teamId = command.teamId();
    properties.customFields = CustomFields.of(command.customFields());
    return properties;
  }

  /** Takes over what routing decided, but for the team and the assignee that are chosen already. */
  void route(RoutingDecision decision, Changes changes) {
    priority = changes.of("priority", priority, decision.priority());
    tags = changes.of("tags", tags, Tags.plus(tags, decision.tags()));
    teamId = changes.patched("team_id", teamId, teamId == null ? decision.teamId() : teamId);
    assigneeId =
        changes.patched(
            "assignee_id", assigneeId, assigneeId == null ? decision.assigneeId() : assigneeId);
  }

  /** Takes over what is wanted and notes what that changes. */
  void change(ChangeTicket wanted, Changes changes) {
    subject = changes.of("subject", subject, wanted.subject());
    if (wanted.body() != null && !wanted.body().equals(body)) {
      body = wanted.body();
      changes.note("body", null, null); // its length does not belong into every history row
    }
    priority = changes.of("priority", priority, wanted.priority());
    tags = changes.of("tags", tags, wanted.tags() == null ? null : Tags.of(wanted.tags()));
    customFields =
        changes.of(
            "custom_fields",
            customFields,
            CustomFields.merged(customFields, wanted.customFields()));
    if (wanted.requester() != null && !wanted.requester().equals(requester())) {
      changes.note("requester", requester(), wanted.requester());
      name(wanted.requester());
    }
    if (wanted.assigneeId() != null) {
      assigneeId = changes.patched("assignee_id", assigneeId, wanted.assigneeId().value());
    }
    if (wanted.teamId() != null) {
      teamId = changes.patched("team_id", teamId, wanted.teamId().value());
    }
  }

  private void name(@Nullable Requester requester) {
    requesterEmail = requester == null ? null : requester.email();
    requesterName = requester == null ? null : requester.name();
  }

  /** Forgets who asked. */
  void forgetRequester() {
    name(new Requester(null, Person.ERASED));
  }

  /** Takes a person out of its words. */
  void redact(Person person) {
    subject = person.without(subject);
    body = person.without(body);
    customFields = person.withoutInFields(customFields);
  }

  /** Returns whether there is somebody to answer. */
  boolean areSomebodys() {
    return assigneeId != null || teamId != null;
  }

  /** Returns what routing rules look at. */
  RoutingFacts routingFacts(UUID customerId) {
    return new RoutingFacts(priority, tags, customerId, subject + "\n" + body, requesterEmail);
  }

  String subject() {
    return subject;
  }

  String body() {
    return body;
  }

  Priority priority() {
    return priority;
  }

  List<String> tags() {
    return tags;
  }

  /** Returns who asks, as far as known. */
  @Nullable Requester requester() {
    return requesterEmail == null && requesterName == null
        ? null
        : new Requester(requesterEmail, requesterName);
  }

  @Nullable UUID assigneeId() {
    return assigneeId;
  }

  @Nullable UUID teamId() {
    return teamId;
  }

  Map<String, Object> customFields() {
    return customFields;
  }
}
