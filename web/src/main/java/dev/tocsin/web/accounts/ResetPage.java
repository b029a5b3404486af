package dev.tocsin.web.accounts;

import dev.tocsin.accounts.ResetPassword;
import dev.tocsin.accounts.SignIn;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.web.console.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Sets a password by the link of an invitation or of a forgotten one. */
@Named
@RequestScoped
public class ResetPage {

  @Inject private SignIn signIn;

  private String token = "";
  private String password = "";

  /** Sets the password and goes to signing in. */
  public @Nullable String save() {
    try {
      signIn.resetPassword(new ResetPassword(token, password));
    } catch (Rejected e) {
      if (e.faults().stream().noneMatch(fault -> fault.pointer().equals("/token"))) {
        throw e;
      }
      Messages.failed("reset.expired");
      return null;
    }
    Messages.done("reset.done");
    return "/console/login?faces-redirect=true";
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
