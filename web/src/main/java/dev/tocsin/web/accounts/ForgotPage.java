package dev.tocsin.web.accounts;

import dev.tocsin.accounts.ForgotPassword;
import dev.tocsin.accounts.SignIn;
import dev.tocsin.web.console.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Asks for a link to set a new password; answers alike for known and unknown addresses. */
@Named
@RequestScoped
public class ForgotPage {

  @Inject private SignIn signIn;

  private String email = "";

  /** Asks for the link. */
  public String send() {
    signIn.forgotPassword(new ForgotPassword(email));
    Messages.done("forgot.done");
    return "/console/login?faces-redirect=true";
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }
}
