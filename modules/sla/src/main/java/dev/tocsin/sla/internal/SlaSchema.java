package dev.tocsin.sla.internal;

import dev.tocsin.platform.ModuleSchema;
import jakarta.enterprise.context.Dependent;

/** The schema {@code sla}. */
@Dependent
public class SlaSchema implements ModuleSchema {

  @Override
  public String name() {
    return "sla";
  }
}
