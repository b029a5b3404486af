package dev.tocsin.incidents.internal;

import dev.tocsin.platform.ModuleSchema;
import jakarta.enterprise.context.Dependent;

/** Announces the schema {@code incidents}. */
@Dependent
public class IncidentsSchema implements ModuleSchema {

  @Override
  public String name() {
    return "incidents";
  }
}
