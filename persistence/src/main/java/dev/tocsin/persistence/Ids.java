package dev.tocsin.persistence;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * Makes the ids of all rows: UUID version 7 (RFC 9562), so that ids sort by creation and B-tree
 * inserts stay at the right edge.
 */
public final class Ids {

  private Ids() {}

  /**
   * Returns a new id, greater than every id this node made before, also within one millisecond.
   *
   * <p>Ids order rows; they are never read back as a time.
   */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpochPlus1();
  }
}
