package dev.tocsin.platform.worktime;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Time zones by the names people give. */
public final class Zones {

  private Zones() {}

  /** Returns a region of the IANA database, or UTC; empty for anything else, also bare offsets. */
  public static Optional<ZoneId> find(String name) {
    try {
      ZoneId zone = ZoneId.of(name);
      return ZoneId.getAvailableZoneIds().contains(zone.getId())
          ? Optional.of(zone)
          : Optional.empty();
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
