package dev.tocsin.platform;

import jakarta.enterprise.context.Dependent;

/** The platform's own schema: settings, audit chain, idempotency keys. */
@Dependent
public class PlatformSchema implements ModuleSchema {

  @Override
  public String name() {
    return "platform";
  }
}
