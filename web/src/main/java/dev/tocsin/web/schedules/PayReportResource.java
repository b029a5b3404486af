package dev.tocsin.web.schedules;

import dev.tocsin.persistence.Code;
import dev.tocsin.schedules.DutyReport;
import dev.tocsin.schedules.DutyReports;
import dev.tocsin.schedules.DutyShare;
import dev.tocsin.schedules.HourKind;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Csv;
import dev.tocsin.web.rest.Doc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is paid for how much of a schedule. */
@Path("schedules/{id}/pay-report.csv")
@Produces("text/csv")
@RequestScoped
public class PayReportResource {

  @Inject private DutyReports reports;
  @Inject private Caller caller;

  /** Returns people by kinds of hours, for a spreadsheet. */
  @GET
  @Doc(
      value = "Returns each person's hours by kind as CSV, by default of the last whole month.",
      answers = String.class)
  public Response payReport(
      @PathParam("id") UUID id,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to) {
    DutyReport report = reports.of(caller.actor(), id, from, to);
    StreamingOutput body = out -> write(report, out);
    return Response.ok(body, "text/csv; charset=utf-8; header=present")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(report) + '"')
        .build();
  }

  private static void write(DutyReport report, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    Csv csv = new Csv(text);
    List<Object> head = new ArrayList<>(List.of("person", "user_id", "shifts", "hours"));
    for (HourKind kind : HourKind.values()) {
      head.add(Code.of(kind) + "_hours");
    }
    csv.row(head);
    for (DutyShare share : report.people()) {
      csv.row(fields(share));
    }
    text.flush();
  }

  private static List<?> fields(DutyShare share) {
    Object id = share.userId() == null ? "" : share.userId();
    return Stream.concat(
            Stream.of(share.userName(), id, share.shifts(), share.hours()),
            Stream.of(HourKind.values()).map(share.hoursByKind()::get))
        .toList();
  }

  private static String fileName(DutyReport report) {
    ZoneId zone = ZoneId.of(report.timeZone());
    LocalDate first = LocalDate.ofInstant(report.from(), zone);
    LocalDate last = LocalDate.ofInstant(report.to().minusNanos(1), zone);
    return "pay-report-" + first + "-to-" + last + ".csv";
  }
}
