package dev.tocsin.accounts;

import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.testing.TestBed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The beans of accounts, and people to be had there. */
final class House extends TestBed {

  static final String PASSWORD = "correct horse battery";

  static final Actor ADMIN = Actor.system("test");

  House() {
    this(Users.class, Actor.class);
  }

  private House(Class<?>... packages) {
    super(TestDatabase.withSchemas("platform", "accounts"), packages);
  }

  /** Makes a house beside which another module lives. */
  static House beside(Class<?> neighbour) {
    return new House(Users.class, Actor.class, neighbour);
  }

  @Override
  protected void empty() {
    db().sql(
            "TRUNCATE accounts.users, accounts.customers, accounts.teams, accounts.team_members,"
                + " accounts.api_tokens, accounts.sessions, accounts.password_links,"
                + " accounts.password_requests, accounts.sign_in_attempts");
  }

  static Actor actor(Role role) {
    return new Actor(Actor.Kind.USER, UUID.randomUUID(), "Somebody", role, null);
  }

  static Actor actor(UserView user) {
    return new Actor(Actor.Kind.USER, user.id(), user.name(), user.role(), user.customerId());
  }

  static CreateUser person(String name, Role role) {
    return person(name, role, null);
  }

  static CreateUser person(String name, Role role, @Nullable UUID customer) {
    return new CreateUser(name + "@Example.com", name, name, role, customer, PASSWORD);
  }
}
