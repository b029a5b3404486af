package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.work.ApplyMacro;
import dev.tocsin.ticketing.work.MacroPreview;
import dev.tocsin.ticketing.work.Macros;
import dev.tocsin.web.rest.Bodies;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.IfMatch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A macro on a ticket: what it would do, and doing it. */
@Path("tickets/{id}/macros/{macro}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AppliedMacroResource {

  @Inject private Macros macros;
  @Inject private Caller caller;
  @Inject private HttpServletRequest request;

  /** Tells what it would do. */
  @GET
  @Doc("Tells what a macro would do to a ticket now, its reply filled in; nothing is done.")
  public MacroPreview preview(@PathParam("id") String ref, @PathParam("macro") UUID macro) {
    return macros.preview(caller.actor(), ref, macro);
  }

  /** Does it. */
  @POST
  @Doc(
      value =
          "Says a macro's reply, or the one in the body, and makes its changes: all or nothing.",
      body = ApplyMacro.class,
      failures = 409)
  public TicketView apply(
      @PathParam("id") String ref,
      @PathParam("macro") UUID macro,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    ApplyMacro command =
        Objects.requireNonNullElse(Bodies.optional(request, ApplyMacro.class), ApplyMacro.asItIs());
    return macros.apply(caller.actor(), ref, macro, command, IfMatch.version(ifMatch));
  }
}
