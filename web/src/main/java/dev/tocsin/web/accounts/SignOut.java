package dev.tocsin.web.accounts;

import dev.tocsin.accounts.SignIn;
import dev.tocsin.web.filter.Cookies;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Ends the reader's session, here and in the database. */
@Named
@RequestScoped
public class SignOut {

  @Inject private SignIn signIn;
  @Inject private Cookies cookies;
  @Inject private Caller caller;

  /** Signs out and returns the page that follows. */
  public String leave() {
    String token = caller.sessionToken();
    if (token != null) {
      signIn.logout(token);
    }
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    external.invalidateSession();
    cookies.clear(
        (HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse());
    return "/console/login?faces-redirect=true";
  }
}
