package dev.tocsin.incidents;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.incidents.internal.AlertPayloads;
import dev.tocsin.incidents.internal.EscalationSteps;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestBeans;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.settings.Setting;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.platform.time.Times;
import dev.tocsin.platform.work.Batch;
import dev.tocsin.schedules.CreateLayer;
import dev.tocsin.schedules.CreateSchedule;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RotationType;
import dev.tocsin.schedules.ScheduleView;
import dev.tocsin.schedules.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The beans of incidents and schedules on a real database, with users and settings in memory. */
class World {
  static final Actor ADMIN = new Actor(Actor.Kind.USER, Ids.next(), "ann", Role.ADMIN, null);
  static final Actor AGENT = new Actor(Actor.Kind.USER, Ids.next(), "gus", Role.AGENT, null);
  static final Actor VIEWER = new Actor(Actor.Kind.USER, Ids.next(), "eve", Role.VIEWER, null);
  static final Actor SOURCE =
      new Actor(Actor.Kind.API_TOKEN, Ids.next(), "alertmanager", Role.INGEST, null);

  final SettableClock clock = new SettableClock("2026-03-02T10:00:00Z");
  final KnownUsers users = new KnownUsers();
  final Map<Setting<?>, Object> settings = new ConcurrentHashMap<>();
  final TestBeans beans;
  final Alerts alerts;
  final Incidents incidents;
  final EscalationPolicies policies;
  private final EscalationSteps steps;
  private final AlertPayloads payloads;

  World(TestDatabase db) {
    beans = new TestBeans(db);
    beans
        .bind(Clock.class, clock)
        .bind(Users.class, users)
        .bind(Settings.class, new GivenSettings())
        .bind(Audit.class, new UnheardAudit())
        .bind(Transactions.class, new TestTransactions());
    alerts = beans.get(Alerts.class);
    incidents = beans.get(Incidents.class);
    policies = beans.get(EscalationPolicies.class);
    steps = beans.get(EscalationSteps.class);
    payloads = beans.get(AlertPayloads.class);
  }

  /** Empties everything but the seeded grouping rule. */
  static void empty(TestDatabase db) {
    db.sql(
        "ALTER TABLE incidents.timeline_entries DISABLE TRIGGER USER;"
            + "TRUNCATE incidents.alert_payloads, incidents.alerts, incidents.incidents,"
            + " incidents.incident_alerts, incidents.timeline_entries, incidents.escalations,"
            + " incidents.escalation_pages, incidents.severity_rules,"
            + " incidents.escalation_policies, schedules.schedules CASCADE;"
            + "ALTER TABLE incidents.timeline_entries ENABLE TRIGGER USER;"
            + "ALTER SEQUENCE incidents.incident_numbers RESTART");
  }

  <T> T call(Supplier<T> work) {
    return beans.call(work);
  }

  /** Takes in a request with these alerts, each a JSON object. */
  IngestResult ingest(String... alerts) {
    String body = "{\"alerts\":[" + String.join(",", alerts) + "]}";
    return this.alerts.ingest(SOURCE, new IngestAlerts("prometheus", null, body));
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
      clock.advance(Duration.ofSeconds(1));
      beat();
    }
  }

  Batch beat() {
    payloads.run(Times.now(clock));
    return steps.run(Times.now(clock));
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
        call(
            () ->
                beans
                    .get(Schedules.class)
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
                            null)));
    return made.id();
  }

  PolicyView policy(String name, int repeat, CreateTier... tiers) {
    return call(
        () -> policies.create(ADMIN, new CreatePolicy(name, null, null, repeat, List.of(tiers))));
  }

  static CreateTier tier(int timeout, String... names) {
    return new CreateTier(TargetType.USERS, null, List.of(names), null, timeout);
  }

  static CreateTier tierOf(int timeout, UUID schedule) {
    return new CreateTier(TargetType.SCHEDULE, schedule, null, null, timeout);
  }

  void rule(String severity, PolicyView policy) {
    call(() -> policies.setSeverityRule(ADMIN, severity, new SetSeverityRule(policy.id())));
  }

  IncidentView incident(String ref) {
    return call(() -> incidents.require(VIEWER, ref));
  }

  IncidentView move(String ref, IncidentStatus status) {
    return call(() -> incidents.change(AGENT, ref, ChangeIncident.to(status), null));
  }

  List<TimelineEntryView> timeline(String ref) {
    return call(() -> incidents.timeline(VIEWER, ref, new PageRequest(250, null), false)).data();
  }

  List<String> timelineTypes(String ref) {
    return timeline(ref).stream().map(TimelineEntryView::type).toList();
  }

  /** Returns the pages that have gone out: who, by tier and repeat, and how late. */
  List<String> pages(Instant since) {
    return beans.events(EscalationPaged.class).stream()
        .map(
            page ->
                page.userIds().stream().map(users::nameOf).collect(Collectors.joining("+"))
                    + " "
                    + page.tierIndex()
                    + "/"
                    + page.repeat()
                    + " +"
                    + Duration.between(since, page.at()).toSeconds())
        .toList();
  }

  /** Users in memory. */
  static final class KnownUsers extends Users {
    private final Map<UUID, UserView> byId = new ConcurrentHashMap<>();

    UUID add(String name) {
      return put(Ids.next(), name, true);
    }

    void deactivate(UUID id) {
      put(id, nameOf(id), false);
    }

    private UUID put(UUID id, String name, boolean active) {
      String mail = name + "@example.org";
      byId.put(id, new UserView(id, mail, name, name, Role.AGENT, null, active, Instant.EPOCH, 1));
      return id;
    }

    String nameOf(UUID id) {
      return find(id).map(UserView::name).orElseThrow();
    }

    @Override
    public Optional<UserView> find(UUID id) {
      return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Map<UUID, UserView> byIds(Collection<UUID> ids) {
      return ids.stream()
          .filter(byId::containsKey)
          .map(byId::get)
          .collect(Collectors.toMap(UserView::id, Function.identity(), (a, b) -> a, HashMap::new));
    }

    @Override
    public Map<String, UserView> byNames(Collection<String> names) {
      Map<String, UserView> found = new HashMap<>();
      for (UserView user : byId.values()) {
        names.stream()
            .filter(name -> user.active() && user.name().equalsIgnoreCase(name))
            .forEach(name -> found.put(name, user));
      }
      return found;
    }
  }

  private final class GivenSettings extends Settings {
    @Override
    @SuppressWarnings("unchecked") // the map is filled by setting
    public <T> @Nullable T get(Setting<T> setting) {
      return (T) settings.getOrDefault(setting, orNil(setting.fallback()));
    }

    private static Object orNil(@Nullable Object value) {
      return value == null ? new UUID(0, 0) : value;
    }

    @Override
    public <T> @Nullable T current(Setting<T> setting) {
      return get(setting);
    }

    @Override
    public <T> T require(Setting<T> setting) {
      return java.util.Objects.requireNonNull(get(setting));
    }
  }

  private static final class UnheardAudit extends Audit {
    @Override
    public void record(Actor actor, String action, String type, String id, Map<String, ?> detail) {}
  }

  private final class TestTransactions extends Transactions {
    @Override
    public <T> T call(Supplier<T> work) {
      return beans.call(work);
    }

    @Override
    public void run(Runnable work) {
      beans.run(work);
    }
  }
}
