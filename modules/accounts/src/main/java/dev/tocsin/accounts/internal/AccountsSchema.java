package dev.tocsin.accounts.internal;

import dev.tocsin.platform.ModuleSchema;
import jakarta.enterprise.context.Dependent;

/** Announces this module's schema. */
@Dependent
public class AccountsSchema implements ModuleSchema {

  @Override
  public String name() {
    return "accounts";
  }
}
