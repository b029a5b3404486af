package dev.tocsin.platform.work;

import java.time.Instant;

/**
 * One kind of work that falls due, for example escalation steps.
 *
 * <p>An {@code @ApplicationScoped} bean. The {@link Heartbeat} runs it every second and after every
 * {@link Nudge}; never twice at once on a node, but at once on several nodes: rows decide who
 * works.
 */
public interface DueWork {

  /**
   * Returns the name under which it is nudged, logged and measured, for example {@code
   * sla-deadlines}.
   */
  String name();

  /**
   * Works one batch of what is due; called outside any transaction.
   *
   * @param now the time to compare due times with, truncated to microseconds
   */
  Batch run(Instant now);
}
