package dev.tocsin.web.accounts;

import dev.tocsin.accounts.ChangeCustomer;
import dev.tocsin.accounts.CreateCustomer;
import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.Customers;
import dev.tocsin.persistence.Page;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.IfMatch;
import dev.tocsin.web.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers, the tenants of tickets. */
@Path("customers")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CustomerResource {

  @Inject private Customers customers;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists customers by name. */
  @GET
  @Doc("Lists customers.")
  public Page<CustomerView> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    return customers.list(caller.actor(), Paging.of(limit, cursor));
  }

  /** Creates a customer. */
  @POST
  @Doc(value = "Creates a customer.", status = 201, answers = CustomerView.class)
  public Response create(CreateCustomer command) {
    return creating.once(() -> customers.create(caller.actor(), command), CustomerView::id);
  }

  /** Returns a customer. */
  @GET
  @Path("{id}")
  @Doc("Returns a customer.")
  public CustomerView get(@PathParam("id") UUID id) {
    return customers.require(caller.actor(), id);
  }

  /** Changes a customer. */
  @PATCH
  @Path("{id}")
  @Doc("Changes a customer; the key never changes.")
  public CustomerView change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      ChangeCustomer command) {
    return customers.change(caller.actor(), id, command, IfMatch.version(ifMatch));
  }

  /** Deletes a customer. */
  @DELETE
  @Path("{id}")
  @Doc(value = "Deletes a customer that nothing needs any more.", status = 204, failures = 409)
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    customers.delete(caller.actor(), id, IfMatch.version(ifMatch));
  }
}
