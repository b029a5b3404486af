package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.RoutingActions;
import dev.tocsin.ticketing.RoutingActions.Assign;
import dev.tocsin.ticketing.RoutingConditions;
import dev.tocsin.ticketing.RoutingRuleDraft;
import dev.tocsin.ticketing.RoutingRuleView;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is typed about a routing rule. */
public class TicketRuleDraft implements Serializable {

  private static final long serialVersionUID = 1L;

  private String name = "";
  private boolean enabled = true;
  private List<String> priorities = List.of();
  private String tag = "";
  private List<String> customerIds = List.of();
  private String words = "";
  private String domains = "";
  private @Nullable UUID calendarId;
  private @Nullable UUID teamId;
  private Assign assign = Assign.FIXED;
  private @Nullable UUID assigneeId;
  private @Nullable Priority priority;
  private String tags = "";

  void fill(RoutingRuleView rule) {
    RoutingConditions asked = rule.conditions();
    name = rule.name();
    enabled = rule.enabled();
    priorities = asked.priority() == null ? List.of() : Typed.codes(asked.priority());
    tag = Typed.joined(asked.tag());
    customerIds = Typed.texts(asked.customerId());
    words = Typed.joined(asked.words());
    domains = Typed.joined(asked.requesterDomain());
    calendarId = asked.calendarId();
    RoutingActions done = rule.actions();
    teamId = done.teamId();
    assign = Objects.requireNonNullElse(done.assign(), Assign.FIXED);
    assigneeId = done.assigneeId();
    priority = done.priority();
    tags = Typed.joined(done.tags());
  }

  RoutingRuleDraft command() {
    return new RoutingRuleDraft(
        name,
        null,
        enabled,
        new RoutingConditions(
            Typed.constants(priorities, Priority.class),
            Typed.list(tag),
            Typed.ids(customerIds),
            Typed.list(words),
            Typed.list(domains),
            calendarId),
        new RoutingActions(
            teamId,
            assign == Assign.FIXED ? assigneeId : null,
            assign,
            priority,
            Typed.list(tags)));
  }

  /** Returns the ways to find a person. */
  public Assign[] getWays() {
    return Assign.values();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public List<String> getPriorities() {
    return priorities;
  }

  public void setPriorities(List<String> priorities) {
    this.priorities = priorities;
  }

  public String getTag() {
    return tag;
  }

  public void setTag(String tag) {
    this.tag = tag;
  }

  public List<String> getCustomerIds() {
    return customerIds;
  }

  public void setCustomerIds(List<String> customerIds) {
    this.customerIds = customerIds;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  public String getDomains() {
    return domains;
  }

  public void setDomains(String domains) {
    this.domains = domains;
  }

  public @Nullable UUID getCalendarId() {
    return calendarId;
  }

  public void setCalendarId(@Nullable UUID calendarId) {
    this.calendarId = calendarId;
  }

  public @Nullable UUID getTeamId() {
    return teamId;
  }

  public void setTeamId(@Nullable UUID teamId) {
    this.teamId = teamId;
  }

  public Assign getAssign() {
    return assign;
  }

  public void setAssign(Assign assign) {
    this.assign = assign;
  }

  public @Nullable UUID getAssigneeId() {
    return assigneeId;
  }

  public void setAssigneeId(@Nullable UUID assigneeId) {
    this.assigneeId = assigneeId;
  }

  public @Nullable Priority getPriority() {
    return priority;
  }

  public void setPriority(@Nullable Priority priority) {
    this.priority = priority;
  }

  public String getTags() {
    return tags;
  }

  public void setTags(String tags) {
    this.tags = tags;
  }
}
