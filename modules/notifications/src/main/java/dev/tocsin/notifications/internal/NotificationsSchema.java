package dev.tocsin.notifications.internal;

import dev.tocsin.platform.ModuleSchema;
import jakarta.enterprise.context.Dependent;

/** Announces this module's schema to the migrator. */
@Dependent
public class NotificationsSchema implements ModuleSchema {

  @Override
  public String name() {
    return "notifications";
  }
}
