package dev.tocsin.platform.time;

import java.time.zone.ZoneRulesProvider;

/** The time zone rules by which this node computes local times. */
public final class ZoneRules {

  private ZoneRules() {}

  /** Returns the version of the IANA database that the Java runtime carries, such as 2025b. */
  public static String version() {
    return ZoneRulesProvider.getVersions("Europe/Berlin").lastEntry().getKey();
  }
}
