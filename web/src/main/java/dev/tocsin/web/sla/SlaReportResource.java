package dev.tocsin.web.sla;

import dev.tocsin.persistence.Page;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.worktime.Zones;
import dev.tocsin.sla.BreachRow;
import dev.tocsin.sla.ComplianceRow;
import dev.tocsin.sla.SlaReportQuery;
import dev.tocsin.sla.SlaReports;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.Listed;
import dev.tocsin.web.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How promises were kept; without {@code from} the last thirty days, without {@code by} by policy.
 */
@Path("reports")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SlaReportResource {

  @Inject private SlaReports reports;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** Returns what was kept and broken. */
  @GET
  @Path("sla")
  @Doc("Returns how many promises were kept and broken, by policy, team, customer or period.")
  public Page<ComplianceRow> compliance(
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to,
      @QueryParam("by") SlaReportQuery.@Nullable By by,
      @QueryParam("zone") @Nullable String zone) {
    return Listed.whole(reports.compliance(caller.actor(), query(from, to, by, zone)));
  }

  /** Returns the same for spreadsheets. */
  @GET
  @Path("sla.csv")
  @Produces("text/csv")
  @Doc("Returns the same as CSV.")
  public Response csv(
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to,
      @QueryParam("by") SlaReportQuery.@Nullable By by,
      @QueryParam("zone") @Nullable String zone) {
    List<ComplianceRow> rows = reports.compliance(caller.actor(), query(from, to, by, zone));
    return Response.ok(ReportCsv.of(rows), MediaType.valueOf("text/csv").withCharset("UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"sla.csv\"")
        .build();
  }

  /** Returns the missed deadlines, each with its ledger. */
  @GET
  @Path("sla/breaches")
  @Doc("Returns the missed deadlines, newest first, each with its ledger.")
  public Page<BreachRow> breaches(
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return reports.breaches(caller.actor(), query(from, to, null, null), Paging.of(limit, cursor));
  }

  private SlaReportQuery query(
      @Nullable Instant from,
      @Nullable Instant to,
      SlaReportQuery.@Nullable By by,
      @Nullable String zone) {
    Instant end = to == null ? clock.instant() : to;
    return new SlaReportQuery(
        from == null ? end.minus(Duration.ofDays(30)) : from,
        end,
        by == null ? SlaReportQuery.By.POLICY : by,
        Zones.find(zone == null ? "UTC" : zone)
            .orElseThrow(() -> new Rejected("/zone", "unknown", "must be an IANA time zone")));
  }
}
