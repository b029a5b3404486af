package dev.tocsin.web.notifications;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tocsin.notifications.ChangeSubscription;
import dev.tocsin.notifications.CreateSubscription;
import dev.tocsin.notifications.SubscriptionCreated;
import dev.tocsin.notifications.SubscriptionView;
import dev.tocsin.notifications.WebhookSubscriptions;
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

/** Systems that are told of events, by signed webhooks; for administrators. */
@Path("webhook-subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SubscriptionResource {

  @Inject private WebhookSubscriptions subscriptions;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** A new subscription with the secret that signs, shown this once. */
  public record NewSubscription(@JsonUnwrapped SubscriptionView subscription, String secret) {}

  /** Lists subscriptions, never their secrets. */
  @GET
  @Doc("Lists subscriptions, never their secrets.")
  public Page<SubscriptionView> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    return subscriptions.list(caller.actor(), Paging.of(limit, cursor));
  }

  /** Adds a subscription. */
  @POST
  @Doc(
      value = "Adds a subscription; the secret that signs its messages is shown this once.",
      status = 201,
      answers = NewSubscription.class)
  public Response create(CreateSubscription command) {
    return creating.once(
        () -> {
          SubscriptionCreated created = subscriptions.create(caller.actor(), command);
          return new NewSubscription(created.subscription(), created.secret());
        },
        created -> created.subscription().id());
  }

  /** Returns a subscription. */
  @GET
  @Path("{id}")
  @Doc("Returns a subscription.")
  public SubscriptionView get(@PathParam("id") UUID id) {
    return subscriptions.require(caller.actor(), id);
  }

  /** Changes a subscription. */
  @PATCH
  @Path("{id}")
  @Doc("Changes a subscription.")
  public SubscriptionView change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      ChangeSubscription command) {
    return subscriptions.change(caller.actor(), id, command, IfMatch.version(ifMatch));
  }

  /** Ends a subscription. */
  @DELETE
  @Path("{id}")
  @Doc(value = "Ends a subscription; what is not sent yet is withdrawn.", status = 204)
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    subscriptions.delete(caller.actor(), id, IfMatch.version(ifMatch));
  }
}
