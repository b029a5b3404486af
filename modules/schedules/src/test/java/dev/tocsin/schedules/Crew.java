package dev.tocsin.schedules;

import dev.tocsin.accounts.CreateUser;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.testing.TestContainer;
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

/** People who share a schedule, on the real beans of this module and of accounts. */
final class Crew {
  static final Actor SYSTEM = Actor.system("test");

  private final TestContainer beans;

  Crew(TestContainer beans) {
    this.beans = beans;
  }

  static TestDatabase database() {
    return TestDatabase.withSchemas("platform", "accounts", "schedules");
  }

  static TestContainer beans(TestDatabase db) {
    return TestContainer.on(
        db, Transactions.class, Users.class, Schedules.class, EverybodyReachable.class);
  }

  /** Adds somebody whose name nobody else has. */
  UserView hire(String stem, Role role) {
    String name = stem + Ids.next().toString().substring(24);
    CreateUser command = new CreateUser(name + "@example.org", name, null, role, null, null);
    return beans.get(Users.class).create(SYSTEM, command);
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
    CreateSchedule command =
        new CreateSchedule(
            "Ops", null, "UTC", null, null, null, null, null, List.of(layer), null, null);
    return beans.get(Schedules.class).create(SYSTEM, command).id();
  }

  OverrideView override(UUID schedule, UserView who, String start, String end) {
    CreateOverride command =
        new CreateOverride(who.name(), who.id(), Instant.parse(start), Instant.parse(end), null);
    return beans.get(Absences.class).addOverride(SYSTEM, schedule, command);
  }

  String onCall(UUID schedule, String at) {
    return beans.get(OnCall.class).at(SYSTEM, schedule, Instant.parse(at)).userName();
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
