package dev.tocsin.web.accounts;

import dev.tocsin.accounts.SignIn;
import dev.tocsin.web.rest.Doc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether there is an administrator yet. */
@Path("setup")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SetupResource {

  @Inject private SignIn signIn;

  /** The state of setting up. */
  public record Setup(boolean complete) {}

  /** Tells whether set-up is done. */
  @GET
  @Doc("Tells whether the first administrator exists.")
  public Setup state() {
    return new Setup(signIn.setupComplete());
  }
}
