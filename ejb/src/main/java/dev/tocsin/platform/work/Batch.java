package dev.tocsin.platform.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a {@link DueWork} did.
 *
 * @param done rows worked
 * @param failed rows that threw and were put off
 * @param more whether more may be due already, so that the next run should follow at once
 * @param oldestDue the earliest due time found, for the lag; null when nothing was due
 */
public record Batch(int done, int failed, boolean more, @Nullable Instant oldestDue) {

  /** Nothing was due. */
  public static final Batch NOTHING = new Batch(0, 0, false, null);
}
