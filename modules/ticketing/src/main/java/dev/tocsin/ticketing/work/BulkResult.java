package dev.tocsin.ticketing.work;

import dev.tocsin.platform.error.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change of many tickets.
 *
 * @param changed how many are now as was wanted
 * @param failed how many are as they were
 * @param results one for each ticket, in the order of the command
 */
public record BulkResult(int changed, int failed, List<One> results) {

  /**
   * What became of one ticket.
   *
   * @param id as the command named it
   * @param code what went wrong; null when nothing did
   * @param detail the same for people
   * @param errors each fault of the input, where that was wrong
   */
  public record One(
      String id,
      boolean done,
      @Nullable String code,
      @Nullable String detail,
      @Nullable List<Fault> errors) {

    /** Returns the result of a ticket that is now as was wanted. */
    public static One done(String id) {
      return new One(id, true, null, null, null);
    }
  }

  /** Returns the sum of single results. */
  public static BulkResult of(List<One> results) {
    int changed = (int) results.stream().filter(One::done).count();
    return new BulkResult(changed, results.size() - changed, List.copyOf(results));
  }
}
