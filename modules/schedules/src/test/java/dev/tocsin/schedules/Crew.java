package dev.tocsin.schedules;

import dev.tocsin.accounts.CreateUser;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.testing.TestBed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** People who share schedules, on the real beans of this module and of accounts. */
public final class Crew extends TestBed {
  static final Actor SYSTEM = Actor.system("test");

  public Crew() {
    super(
        TestDatabase.withSchemas("platform", "accounts", "schedules"),
        Transactions.class,
        Users.class,
        Schedules.class,
        GivenReachability.class);
  }

  @Override
  protected void empty() {
    db().sql(
            "TRUNCATE accounts.users, schedules.schedules, schedules.feed_tokens,"
                + " schedules.holiday_feeds, schedules.zone_rules CASCADE");
  }

  /** Adds an agent. */
  UserView hire(String name) {
    return hire(name, Role.AGENT);
  }

  UserView hire(String name, Role role) {
    CreateUser command = new CreateUser(name + "@example.org", name, null, role, null, null);
    return get(Users.class).create(SYSTEM, command);
  }

  static Actor as(UserView user) {
    return new Actor(Actor.Kind.USER, user.id(), user.name(), user.role(), null);
  }

  static Person person(UserView user) {
    return new Person(user.name(), user.id());
  }

  /** Makes a schedule in UTC in which these people take turns, a day each from nine to nine. */
  UUID daily(String rotationStart, UserView... people) {
    return daily(rotationStart, 1, people);
  }

  /** Makes one in which as many at once take their turn. */
  UUID daily(String rotationStart, int atOnce, UserView... people) {
    CreateLayer layer =
        new CreateLayer(
            "days",
            null,
            RotationType.DAILY,
            null,
            rotationStart,
            null,
            null,
            atOnce,
            Stream.of(people).map(Crew::person).toList());
    return schedule(layer).id();
  }

  /** Makes a schedule in UTC that has one layer. */
  ScheduleView schedule(CreateLayer layer) {
    CreateSchedule command =
        new CreateSchedule(
            "Ops", null, "UTC", null, null, null, null, null, List.of(layer), null, null);
    return get(Schedules.class).create(SYSTEM, command);
  }

  /** Returns a layer in which these names take turns, a week each. */
  static CreateLayer weekly(String name, String rotationStart, String... people) {
    List<Person> participants = Stream.of(people).map(person -> new Person(person, null)).toList();
    return new CreateLayer(
        name, null, RotationType.WEEKLY, null, rotationStart, null, null, null, participants);
  }

  OverrideView override(UUID schedule, UserView who, String start, String end) {
    return override(schedule, person(who), start, end);
  }

  OverrideView override(UUID schedule, Person who, String start, String end) {
    CreateOverride command =
        new CreateOverride(
            who.userName(), who.userId(), Instant.parse(start), Instant.parse(end), null);
    return get(Absences.class).addOverride(SYSTEM, schedule, command);
  }

  String onCall(UUID schedule, String at) {
    return get(OnCall.class).at(SYSTEM, schedule, Instant.parse(at)).userName();
  }

  static Period period(String start, String end) {
    return new Period(Instant.parse(start), Instant.parse(end));
  }

  /** Does everything at the same moment and returns what came of it, in the given order. */
  static <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(works.size());
    CyclicBarrier ready = new CyclicBarrier(works.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> work : works) {
        running.add(
            pool.submit(
                () -> {
                  ready.await(30, TimeUnit.SECONDS);
                  return work.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : running) {
        results.add(result.get(60, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
