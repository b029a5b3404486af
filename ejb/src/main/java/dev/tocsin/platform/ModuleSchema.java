package dev.tocsin.platform;

/**
 * Announces a module's database schema to the {@link Migrator}.
 *
 * <p>Implement it as a {@code @Dependent} bean inside the module: its class loader is where the
 * scripts {@code db/<name>/V…__….sql} are read from.
 */
public interface ModuleSchema {

  /** Returns the schema's name, which is the module's. */
  String name();
}
