package dev.tocsin.platform;

import dev.tocsin.platform.error.Forbidden;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a signed-in user, an API token or the system itself.
 *
 * <p>Every command takes an explicit actor, built once at the edge; nothing asks the container who
 * is calling.
 *
 * @param id the user's or token's id; null for the system
 * @param name the name that histories show
 * @param customerId the customer whose data alone this actor may see; null when not bound to one
 */
public record Actor(
    Kind kind, @Nullable UUID id, String name, Role role, @Nullable UUID customerId) {

  /** What kind of actor. */
  public enum Kind {
    USER,
    API_TOKEN,
    SYSTEM
  }

  /** Returns the system acting in one of its parts, for example {@code escalation}. */
  public static Actor system(String part) {
    return new Actor(Kind.SYSTEM, null, part, Role.ADMIN, null);
  }

  /** Returns whether this actor has one of the roles. */
  public boolean is(Role... roles) {
    return Arrays.asList(roles).contains(role);
  }

  /** Returns whether this actor speaks for a customer and sees that customer's data only. */
  public boolean isCustomer() {
    return role == Role.CUSTOMER;
  }

  /**
   * Lets pass only who works here: admins, agents and viewers.
   *
   * @throws Forbidden otherwise
   */
  public void requireStaff() {
    require(Role.ADMIN, Role.AGENT, Role.VIEWER);
  }

  /**
   * Lets pass only these roles.
   *
   * @throws Forbidden otherwise
   */
  public void require(Role... roles) {
    if (!is(roles)) {
      throw new Forbidden("role", "Your role does not allow this.");
    }
  }
}
