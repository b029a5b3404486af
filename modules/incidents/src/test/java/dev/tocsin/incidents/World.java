package dev.tocsin.incidents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.tocsin.accounts.CreateUser;
import dev.tocsin.accounts.Users;
import dev.tocsin.incidents.internal.AlertPayloads;
import dev.tocsin.incidents.internal.EscalationSteps;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.settings.Setting;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.platform.testing.TestBed;
import dev.tocsin.platform.time.Times;
import dev.tocsin.platform.work.Batch;
import dev.tocsin.schedules.CreateLayer;
import dev.tocsin.schedules.CreateSchedule;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RotationType;
import dev.tocsin.schedules.ScheduleView;
import dev.tocsin.schedules.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The beans of incidents and of what they stand on. */
final class World extends TestBed {
  static final Actor ADMIN = new Actor(Actor.Kind.USER, Ids.next(), "ann", Role.ADMIN, null);
  static final Actor AGENT = new Actor(Actor.Kind.USER, Ids.next(), "gus", Role.AGENT, null);
  static final Actor VIEWER = new Actor(Actor.Kind.USER, Ids.next(), "eve", Role.VIEWER, null);
  static final Actor SOURCE =
      new Actor(Actor.Kind.API_TOKEN, Ids.next(), "alertmanager", Role.INGEST, null);

  private final Set<Setting<?>> changed = new HashSet<>();

  World() {
    super(
        TestDatabase.withSchemas("platform", "accounts", "schedules", "incidents"),
        Transactions.class,
        Users.class,
        Schedules.class,
        Incidents.class,
        EverybodyReachable.class);
  }

  /** Empties everything but the seeded grouping rule. */
  @Override
  protected void empty() {
    Set.copyOf(changed).forEach(this::unset);
    db().sql(
            "ALTER TABLE incidents.timeline_entries DISABLE TRIGGER USER;"
                + "TRUNCATE incidents.alert_payloads, incidents.alerts, incidents.incidents,"
                + " incidents.incident_alerts, incidents.timeline_entries, incidents.escalations,"
                + " incidents.escalation_pages, incidents.severity_rules,"
                + " incidents.escalation_policies, schedules.schedules, accounts.users CASCADE;"
                + "ALTER TABLE incidents.timeline_entries ENABLE TRIGGER USER;"
                + "ALTER SEQUENCE incidents.incident_numbers RESTART");
  }

  Alerts alerts() {
    return get(Alerts.class);
  }

  Incidents incidents() {
    return get(Incidents.class);
  }

  EscalationPolicies policies() {
    return get(EscalationPolicies.class);
  }

  /** Adds an agent. */
  UUID hire(String name) {
    CreateUser command = new CreateUser(name + "@example.org", name, null, Role.AGENT, null, null);
    return get(Users.class).create(ADMIN, command).id();
  }

  void dismiss(UUID user) {
    get(Users.class).deactivate(ADMIN, user, null);
  }

  <T> void set(Setting<T> setting, T value) {
    set(setting, Json.MAPPER.<JsonNode>valueToTree(value));
    changed.add(setting);
  }

  void unset(Setting<?> setting) {
    set(setting, NullNode.instance);
    changed.remove(setting);
  }

  private void set(Setting<?> setting, JsonNode value) {
    get(Settings.class).change(ADMIN, Map.of(setting.key(), value));
  }

  /** Takes in a request with these alerts, each a JSON object. */
  IngestResult ingest(String... alerts) {
    String body = "{\"alerts\":[" + String.join(",", alerts) + "]}";
    return alerts().ingest(SOURCE, new IngestAlerts("prometheus", null, body));
  }

  static String firing(String name, String severity) {
    return alert("firing", name, severity, "");
  }

  static String resolved(String name, String severity) {
    return alert("resolved", name, severity, "");
  }

  static String alert(String status, String name, String severity, String host) {
    return "{\"status\":\""
        + status
        + "\",\"labels\":{\"alertname\":\""
        + name
        + "\",\"severity\":\""
        + severity
        + (host.isEmpty() ? "" : "\",\"host\":\"" + host)
        + "\"}}";
  }

  /** Lets time pass second by second, as the heartbeat does, and the due work run. */
  void pass(Duration time) {
    for (long second = 0; second < time.toSeconds(); second++) {
      clock().advance(Duration.ofSeconds(1));
      beat();
    }
  }

  Batch beat() {
    get(AlertPayloads.class).run(Times.now(clock()));
    return get(EscalationSteps.class).run(Times.now(clock()));
  }

  UUID schedule(String person, @Nullable UUID defaultPolicy) {
    CreateLayer layer =
        new CreateLayer(
            "weekly",
            null,
            RotationType.WEEKLY,
            null,
            "2026-01-05T09:00",
            null,
            null,
            null,
            person.isEmpty() ? null : List.of(new Person(person, null)));
    ScheduleView made =
        get(Schedules.class)
            .create(
                ADMIN,
                new CreateSchedule(
                    "Primary",
                    null,
                    "Europe/Berlin",
                    null,
                    defaultPolicy,
                    null,
                    null,
                    null,
                    List.of(layer),
                    null,
                    null));
    return made.id();
  }

  PolicyView policy(String name, int repeat, CreateTier... tiers) {
    return policies().create(ADMIN, new CreatePolicy(name, null, null, repeat, List.of(tiers)));
  }

  static CreateTier tier(int timeout, String... names) {
    return new CreateTier(TargetType.USERS, null, List.of(names), null, timeout);
  }

  static CreateTier tierOf(int timeout, UUID schedule) {
    return new CreateTier(TargetType.SCHEDULE, schedule, null, null, timeout);
  }

  void rule(String severity, PolicyView policy) {
    policies().setSeverityRule(ADMIN, severity, new SetSeverityRule(policy.id()));
  }

  IncidentView incident(String ref) {
    return incidents().require(VIEWER, ref);
  }

  IncidentView move(String ref, IncidentStatus status) {
    return incidents().change(AGENT, ref, ChangeIncident.to(status), null);
  }

  List<TimelineEntryView> timeline(String ref) {
    return incidents().timeline(VIEWER, ref, new PageRequest(250, null), false).data();
  }

  List<String> timelineTypes(String ref) {
    return timeline(ref).stream().map(TimelineEntryView::type).toList();
  }

  /** Returns the pages that have gone out: who, by tier and repeat, and how late. */
  List<String> pages(Instant since) {
    return announced(EscalationPaged.class).stream()
        .map(
            page ->
                page.userIds().stream().map(this::nameOf).collect(Collectors.joining("+"))
                    + " "
                    + page.tierIndex()
                    + "/"
                    + page.repeat()
                    + " +"
                    + Duration.between(since, page.at()).toSeconds())
        .toList();
  }

  private String nameOf(UUID user) {
    return get(Users.class).require(user).name();
  }
}
