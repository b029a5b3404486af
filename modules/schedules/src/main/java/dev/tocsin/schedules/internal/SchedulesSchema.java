package dev.tocsin.schedules.internal;

import dev.tocsin.platform.ModuleSchema;
import jakarta.enterprise.context.Dependent;

/** Announces the schema {@code schedules}. */
@Dependent
public class SchedulesSchema implements ModuleSchema {

  @Override
  public String name() {
    return "schedules";
  }
}
