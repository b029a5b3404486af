package dev.tocsin.web.accounts;

import dev.tocsin.accounts.LogIn;
import dev.tocsin.accounts.SignIn;
import dev.tocsin.accounts.SignedIn;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.TooManyRequests;
import dev.tocsin.platform.error.Unauthenticated;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.filter.Cookies;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Signs somebody in and brings them where they wanted to go. */
@Named
@RequestScoped
public class LoginPage {

  private static final String HOME = "/console/home";
  private static final String PORTAL = "/portal/";

  @Inject private SignIn signIn;
  @Inject private Cookies cookies;

  private String email = "";
  private String password = "";
  private String to = HOME;

  /** Signs in; a refusal never says whether the account exists. */
  public void enter() throws IOException {
    try {
      SignedIn signedIn = signIn.login(new LogIn(email, password));
      ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
      external.invalidateSession();
      cookies.set(
          (HttpServletRequest) external.getRequest(),
          (HttpServletResponse) external.getResponse(),
          signedIn);
      external.redirect(target(signedIn.user().role()));
    } catch (TooManyRequests e) {
      Messages.failed("login.locked", (e.retryAfterSeconds() + 59) / 60);
    } catch (Unauthenticated e) {
      Messages.failed("login.wrong");
    }
  }

  /** Returns where somebody wanted to go, if it is theirs to go to; else where they begin. */
  private String target(Role role) {
    boolean customer = role == Role.CUSTOMER;
    boolean theirs = isOurs(to) && to.startsWith(PORTAL) == customer;
    return theirs ? to : customer ? PORTAL : HOME;
  }

  /** Returns whether an address is a page of ours, whatever a stranger's link says. */
  static boolean isOurs(String address) {
    return (address.startsWith("/console/") || address.startsWith(PORTAL))
        && address.chars().noneMatch(c -> c == '\\' || c < ' ' || c == 127);
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }
}
