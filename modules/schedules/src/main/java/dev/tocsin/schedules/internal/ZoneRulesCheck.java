package dev.tocsin.schedules.internal;

import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.time.ZoneRules;
import dev.tocsin.platform.time.ZoneRulesChanged;
import dev.tocsin.platform.work.Batch;
import dev.tocsin.platform.work.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/**
 * Announces, once after the start of a node, that the time zone rules have changed.
 *
 * <p>Who is on call is always computed from the anchor by the rules there are, and nothing of it is
 * stored. What is stored are the times at which something is to be done; whoever keeps such times
 * observes {@link ZoneRulesChanged}. It is due work because observers in other modules must be up.
 */
@ApplicationScoped
public class ZoneRulesCheck implements DueWork {

  private static final System.Logger LOG = System.getLogger(ZoneRulesCheck.class.getName());

  @Inject
  @Unit("schedules")
  private EntityManager entityManager;

  @Inject private Transactions transactions;
  @Inject private Event<ZoneRulesChanged> changed;

  private volatile boolean done;

  @Override
  public String name() {
    return "zone-rules";
  }

  @Override
  public Batch run(Instant now) {
    if (!done) { // the rules of a running node do not change
      transactions.call(() -> notice(ZoneRules.version(), now));
      done = true;
    }
    return Batch.NOTHING;
  }

  /** Remembers the version and announces it, unless it is the one seen last. */
  boolean notice(String version, Instant now) {
    // nodes that start together take turns
    entityManager
        .createNativeQuery("LOCK TABLE schedules.zone_rules IN SHARE ROW EXCLUSIVE MODE")
        .executeUpdate();
    String before =
        entityManager
            .createQuery(
                "select z from ZoneRulesSeen z order by z.seenAt desc", ZoneRulesSeen.class)
            .setMaxResults(1)
            .getResultStream()
            .findFirst()
            .map(ZoneRulesSeen::version)
            .orElse(null);
    if (version.equals(before)) {
      return false;
    }
    ZoneRulesSeen known = entityManager.find(ZoneRulesSeen.class, version);
    if (known == null) {
      entityManager.persist(new ZoneRulesSeen(version, now));
    } else {
      known.seeAgain(now);
    }
    LOG.log(System.Logger.Level.INFO, "time zone rules {0}, before: {1}", version, before);
    changed.fire(new ZoneRulesChanged(before, version));
    return true;
  }
}
