package dev.tocsin.notifications.internal;

import dev.tocsin.accounts.Users;
import dev.tocsin.incidents.Incidents;
import dev.tocsin.notifications.Deliveries;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.schedules.Schedules;
import dev.tocsin.sla.ServiceLevels;
import dev.tocsin.ticketing.Ticketing;

/** This module and all it stands on. */
public final class Ground {

  private Ground() {}

  public static TestDatabase database() {
    return TestDatabase.withSchemas(
        "platform", "accounts", "ticketing", "sla", "schedules", "incidents", "notifications");
  }

  public static TestContainer beans(TestDatabase db) {
    return TestContainer.on(
        db,
        Transactions.class,
        Users.class,
        Ticketing.class,
        ServiceLevels.class,
        Schedules.class,
        Incidents.class,
        Deliveries.class);
  }
}
