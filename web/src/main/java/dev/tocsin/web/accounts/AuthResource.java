package dev.tocsin.web.accounts;

import dev.tocsin.accounts.BootstrapAdmin;
import dev.tocsin.accounts.ChangeOwn;
import dev.tocsin.accounts.ForgotPassword;
import dev.tocsin.accounts.LogIn;
import dev.tocsin.accounts.ResetPassword;
import dev.tocsin.accounts.SessionView;
import dev.tocsin.accounts.SignIn;
import dev.tocsin.accounts.SignedIn;
import dev.tocsin.accounts.UserView;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.web.filter.Cookies;
import dev.tocsin.web.filter.SetupToken;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signing in and out, and one's own account. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AuthResource {

  @Inject private SignIn signIn;
  @Inject private Caller caller;
  @Inject private Cookies cookies;
  @Inject private SetupToken setupToken;
  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  /** A new account. */
  public record Bootstrapped(UserView user) {}

  /** A session has begun; its cookie came along. */
  public record LoggedIn(UserView user, String csrfToken) {}

  /** Who is calling; a token has no email, and only a session has a CSRF token. */
  public record Me(
      Actor.Kind kind,
      @Nullable UUID id,
      String name,
      Role role,
      @Nullable UUID customerId,
      @Nullable String email,
      @Nullable String handle,
      @Nullable String csrfToken) {}

  /** Makes the first administrator. */
  @POST
  @Path("bootstrap")
  @Doc(
      value = "Makes the first administrator; from another machine it needs the setup token.",
      status = 201,
      answers = Bootstrapped.class,
      failures = {403, 429})
  public Response bootstrap(BootstrapAdmin command) {
    if (!signIn.setupComplete()) {
      setupToken.check(request, command.setupToken());
    }
    return Response.status(201).entity(new Bootstrapped(signIn.bootstrap(command))).build();
  }

  /** Begins a session. */
  @POST
  @Path("login")
  @Doc(
      value = "Begins a session: a cookie, and the token that unsafe requests with it must carry.",
      failures = {401, 429})
  public LoggedIn login(LogIn command) {
    SignedIn signedIn = signIn.login(command);
    cookies.set(request, response, signedIn);
    return new LoggedIn(signedIn.user(), signedIn.csrfToken());
  }

  /** Ends the caller's session. */
  @POST
  @Path("logout")
  @Doc(value = "Ends the session.", status = 204)
  public void logout() {
    String token = caller.sessionToken();
    if (token != null) {
      signIn.logout(token);
    }
    cookies.clear(request, response);
  }

  /** Tells the caller who they are. */
  @GET
  @Path("me")
  @Doc("Tells who is calling.")
  public Me me() {
    Actor actor = caller.actor();
    UserView user = caller.session().map(SessionView::user).orElse(null);
    return new Me(
        actor.kind(),
        actor.id(),
        actor.name(),
        actor.role(),
        actor.customerId(),
        user == null ? null : user.email(),
        user == null ? null : user.handle(),
        caller.session().map(SessionView::csrfToken).orElse(null));
  }

  /** Changes the caller's own account. */
  @PATCH
  @Path("me")
  @Doc("Changes one's own name or password; a new password ends all other sessions.")
  public UserView change(ChangeOwn command) {
    return signIn.changeOwn(caller.actor(), command, caller.sessionToken());
  }

  /** Sends a link for a new password, if there is such an account. */
  @POST
  @Path("forgot-password")
  @Doc(
      value = "Sends a link for a new password; answers alike for unknown addresses.",
      status = 202,
      failures = 429)
  public Response forgotPassword(ForgotPassword command) {
    signIn.forgotPassword(command);
    return Response.accepted().build();
  }

  /** Sets a new password by such a link. */
  @POST
  @Path("reset-password")
  @Doc(value = "Sets a password by an emailed link.", status = 204, failures = 429)
  public void resetPassword(ResetPassword command) {
    signIn.resetPassword(command);
  }
}
