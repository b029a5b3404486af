package dev.tocsin.web.notifications;

import dev.tocsin.notifications.AddContactMethod;
import dev.tocsin.notifications.ContactMethodView;
import dev.tocsin.notifications.ContactMethods;
import dev.tocsin.persistence.Page;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.Listed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** How a person is reached. */
@Path("users/{id}/contact-methods")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ContactMethodResource {

  @Inject private ContactMethods methods;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists a person's contact methods. */
  @GET
  @Doc("Lists a person's contact methods; with none stored, the account's address.")
  public Page<ContactMethodView> list(@PathParam("id") UUID user) {
    return Listed.whole(methods.list(caller.actor(), user));
  }

  /** Adds a contact method. */
  @POST
  @Doc(value = "Adds a contact method.", status = 201, answers = ContactMethodView.class)
  public Response add(@PathParam("id") UUID user, AddContactMethod command) {
    return creating.once(() -> methods.add(caller.actor(), user, command), null);
  }

  /** Removes a contact method. */
  @DELETE
  @Path("{method_id}")
  @Doc(value = "Removes a contact method.", status = 204)
  public void remove(@PathParam("id") UUID user, @PathParam("method_id") UUID methodId) {
    methods.remove(caller.actor(), user, methodId);
  }
}
