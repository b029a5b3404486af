package dev.tocsin.web.mail;

import dev.tocsin.notifications.mail.MailTemplateView;
import dev.tocsin.notifications.mail.MailTemplates;
import dev.tocsin.notifications.mail.SaveMailTemplate;
import dev.tocsin.notifications.mail.TicketMail;
import dev.tocsin.persistence.Page;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.IfMatch;
import dev.tocsin.web.rest.Listed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The words of mails about tickets, by occasion and language; for administrators. */
@Path("mail-templates")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class MailTemplateResource {

  @Inject private MailTemplates templates;
  @Inject private Caller caller;

  /** Lists the words. */
  @GET
  @Doc("Lists the words of every occasion in every language there are any in.")
  public Page<MailTemplateView> list() {
    return Listed.whole(templates.list(caller.actor()));
  }

  /** Returns the words of an occasion. */
  @GET
  @Path("{event}/{language}")
  @Doc("Returns the words of an occasion in a language.")
  public MailTemplateView get(
      @PathParam("event") TicketMail event, @PathParam("language") String language) {
    return templates.require(caller.actor(), event, language);
  }

  /** Writes the words of an occasion. */
  @PUT
  @Path("{event}/{language}")
  @Doc("Writes the words of an occasion in a language; {{…}} stands for what is known of a ticket.")
  public MailTemplateView save(
      @PathParam("event") TicketMail event,
      @PathParam("language") String language,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      SaveMailTemplate command) {
    return templates.save(caller.actor(), event, language, command, IfMatch.version(ifMatch));
  }

  /** Goes back to the words that come with Tocsin. */
  @DELETE
  @Path("{event}/{language}")
  @Doc(value = "Goes back to the words that come with Tocsin.", status = 204)
  public void reset(@PathParam("event") TicketMail event, @PathParam("language") String language) {
    templates.reset(caller.actor(), event, language);
  }
}
