package dev.tocsin.sla.internal;

import dev.tocsin.accounts.Customers;
import dev.tocsin.accounts.Teams;
import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.time.Times;
import dev.tocsin.sla.BreachRow;
import dev.tocsin.sla.ComplianceRow;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.SlaReportQuery;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts kept and broken promises by when that was decided. */
@Dependent
public class Compliance {

  // of one ticket's exchanges the worst stands for all: a breached one, and of those the longest
  private static final String COUNTED =
      "SELECT key, metric, count(*) FILTER (WHERE state = 'met'),"
          + " count(*) FILTER (WHERE state = 'breached') FROM ("
          + "SELECT DISTINCT ON (ticket_id, metric) {key} AS key, metric, state FROM sla.clock"
          + " WHERE state IN ('met', 'breached') AND coalesce(breached_at, ended_at) >= ?1"
          + " AND coalesce(breached_at, ended_at) < ?2"
          + " ORDER BY ticket_id, metric, state, elapsed_micros DESC NULLS FIRST) worst"
          + " GROUP BY key, metric";

  @Inject
  @Unit("sla")
  private EntityManager entityManager;

  @Inject private Clock clock;
  @Inject private Policies policies;
  @Inject private ClockReader reader;
  @Inject private Teams teams;
  @Inject private Customers customers;

  /** Returns the rows of a report. */
  public List<ComplianceRow> rows(SlaReportQuery query) {
    List<ComplianceRow> rows = new ArrayList<>();
    for (Object found : query(COUNTED.replace("{key}", key(query.by())), query)) {
      Object[] columns = (Object[]) found;
      String key = columns[0] == null ? null : columns[0].toString();
      Metric metric = Metric.valueOf(columns[1].toString().toUpperCase(Locale.ROOT));
      long met = ((Number) columns[2]).longValue();
      long breached = ((Number) columns[3]).longValue();
      double kept = (double) met / (met + breached);
      rows.add(new ComplianceRow(key, name(query.by(), key), metric, met, breached, kept));
    }
    rows.sort(Comparator.comparing(ComplianceRow::name).thenComparing(ComplianceRow::metric));
    return rows;
  }

  /** Returns a page of the deadlines missed in the stretch, newest first. */
  public Page<BreachRow> breaches(SlaReportQuery query, PageRequest request) {
    Optional<Cursor> after = request.position();
    TypedQuery<SlaClock> missed =
        entityManager
            .createQuery(
                "SELECT c FROM SlaClock c WHERE c.breachedAt >= :from AND c.breachedAt < :to"
                    + (after.isPresent()
                        ? " AND (c.breachedAt < :at OR c.breachedAt = :at AND c.id < :id)"
                        : "")
                    + " ORDER BY c.breachedAt DESC, c.id DESC",
                SlaClock.class)
            .setParameter("from", query.from())
            .setParameter("to", query.to());
    after.ifPresent(
        cursor -> missed.setParameter("at", cursor.instant(0)).setParameter("id", cursor.id(1)));
    List<SlaClock> rows = missed.setMaxResults(request.fetch()).getResultList();
    Instant now = Times.now(clock);
    return Page.of(rows, request, SlaClock::breachCursor).map(row -> row(row, now));
  }

  private BreachRow row(SlaClock row, Instant now) {
    String policy = name(SlaReportQuery.By.POLICY, row.policyId().toString());
    return new BreachRow(row.ticketId(), row.ticketNumber(), policy, reader.clock(row, now));
  }

  private List<?> query(String sql, SlaReportQuery query) {
    Query counted =
        entityManager
            .createNativeQuery(sql)
            .setParameter(1, InstantColumn.of(query.from()))
            .setParameter(2, InstantColumn.of(query.to()));
    if (sql.contains("?3")) {
      counted.setParameter(3, query.zone().getId());
    }
    return counted.getResultList();
  }

  private static String key(SlaReportQuery.By by) {
    return switch (by) {
      case POLICY -> "CAST(policy_id AS text)";
      case TEAM -> "CAST(team_id AS text)";
      case CUSTOMER -> "CAST(customer_id AS text)";
      case DAY, WEEK, MONTH ->
          "to_char(date_trunc('"
              + by.name().toLowerCase(Locale.ROOT)
              + "', coalesce(breached_at, ended_at) AT TIME ZONE CAST(?3 AS text)), 'YYYY-MM-DD')";
    };
  }

  private String name(SlaReportQuery.By by, @Nullable String key) {
    if (key == null) {
      return "–";
    }
    return switch (by) {
      case POLICY ->
          policies.find(UUID.fromString(key)).map(policy -> policy.view().name()).orElse(key);
      case TEAM -> teams.find(UUID.fromString(key)).map(team -> team.name()).orElse(key);
      case CUSTOMER ->
          customers.find(UUID.fromString(key)).map(customer -> customer.name()).orElse(key);
      case DAY, WEEK, MONTH -> key;
    };
  }
}
