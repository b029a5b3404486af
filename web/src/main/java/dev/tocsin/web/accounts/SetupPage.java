package dev.tocsin.web.accounts;

import dev.tocsin.accounts.BootstrapAdmin;
import dev.tocsin.accounts.SignIn;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.filter.SetupToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Makes the first administrator of a new installation. */
@Named
@RequestScoped
public class SetupPage {

  @Inject private SignIn signIn;
  @Inject private SetupToken setupToken;

  private String token = "";
  private String email = "";
  private String name = "";
  private String password = "";

  /** Makes the administrator and goes to signing in. */
  public String create() {
    setupToken.check(request(), token);
    signIn.bootstrap(new BootstrapAdmin(email, name, password, null));
    Messages.done("setup.done");
    return "/console/login?faces-redirect=true";
  }

  /** Returns whether the reader has to bring the token that the server's log prints. */
  public boolean isTokenNeeded() {
    return setupToken.needed(request());
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
