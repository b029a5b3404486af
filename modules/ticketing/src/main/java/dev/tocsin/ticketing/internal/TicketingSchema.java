package dev.tocsin.ticketing.internal;

import dev.tocsin.platform.ModuleSchema;
import jakarta.enterprise.context.Dependent;

/** The schema {@code ticketing}. */
@Dependent
public class TicketingSchema implements ModuleSchema {

  @Override
  public String name() {
    return "ticketing";
  }
}
