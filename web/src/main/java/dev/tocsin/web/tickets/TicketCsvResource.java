package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.TicketFilter;
import dev.tocsin.ticketing.TicketQuery;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.fields.CustomFieldView;
import dev.tocsin.ticketing.fields.TicketFields;
import dev.tocsin.ticketing.work.TicketExport;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Csv;
import dev.tocsin.web.rest.Doc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list of tickets for a spreadsheet. */
@Path("tickets.csv")
@Produces("text/csv")
@RequestScoped
public class TicketCsvResource {

  @Inject private TicketExport export;
  @Inject private TicketFields fields;
  @Inject private TicketCsv csv;
  @Inject private Caller caller;

  /** Writes a list. */
  @GET
  @Doc(
      value = "Writes a list of tickets as CSV, whole and as it is read; the filters of the list.",
      answers = String.class)
  public Response list(
      @QueryParam("status") List<TicketStatus> status,
      @QueryParam("priority") List<Priority> priority,
      @QueryParam("tag") List<String> tag,
      @QueryParam("assignee_id") @Nullable String assigneeId,
      @QueryParam("team_id") @Nullable UUID teamId,
      @QueryParam("customer_id") @Nullable UUID customerId,
      @QueryParam("sla") List<SlaState> sla,
      @QueryParam("field") List<String> field,
      @QueryParam("q") @Nullable String q,
      @QueryParam("sort") TicketQuery.@Nullable Sort sort) {
    Actor actor = caller.actor();
    TicketQuery query =
        new TicketFilter(status, priority, tag, assigneeId, teamId, customerId, sla, field, q, sort)
            .query(actor);
    // read before the answer begins, so that what is refused is refused with its status
    Page<TicketView> first = export.page(actor, query, request(null));
    List<String> columns =
        actor.isCustomer()
            ? List.of()
            : fields.list(actor).stream().map(CustomFieldView::key).toList();
    StreamingOutput body = out -> write(out, actor, query, first, columns);
    return Response.ok(body, "text/csv; charset=utf-8; header=present")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tickets.csv\"")
        .build();
  }

  private void write(
      OutputStream out,
      Actor actor,
      TicketQuery query,
      Page<TicketView> first,
      List<String> columns)
      throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    Csv lines = new Csv(text);
    csv.head(lines, columns);
    csv.rows(lines, first.data(), columns);
    String next = first.nextCursor();
    while (next != null) {
      Page<TicketView> page = export.page(actor, query, request(next));
      csv.rows(lines, page.data(), columns);
      next = page.nextCursor();
    }
    text.flush();
  }

  private static PageRequest request(@Nullable String cursor) {
    return new PageRequest(PageRequest.MAX_LIMIT, cursor);
  }
}
