package dev.tocsin.accounts.internal;

import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Fault;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rule that the role customer, and no other, is bound to a customer that exists. */
public final class Binding {

  private static final String POINTER = "/customer_id";

  private Binding() {}

  /**
   * Returns what is wrong with a role and its customer; empty when they fit.
   *
   * @param role null when it is missing, which is a fault of its own that others name
   */
  public static List<Fault> faults(
      @Nullable Role role, @Nullable UUID customerId, Predicate<UUID> exists) {
    if (role == null) {
      return List.of();
    }
    if (role != Role.CUSTOMER) {
      return customerId == null
          ? List.of()
          : List.of(new Fault(POINTER, "not_allowed", "is for the role customer only"));
    }
    if (customerId == null) {
      return List.of(new Fault(POINTER, "required", "is required for the role customer"));
    }
    return exists.test(customerId)
        ? List.of()
        : List.of(new Fault(POINTER, "unknown", "is not a customer"));
  }
}
