package dev.tocsin.web.accounts;

import dev.tocsin.accounts.ApiTokenView;
import dev.tocsin.accounts.ApiTokens;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The tokens that programs sign in with. */
@Named
@ViewScoped
public class TokenListPage extends ListPage<ApiTokenView> {
  private static final long serialVersionUID = 1L;

  @Inject private ApiTokens tokens;
  @Inject private Caller caller;

  @Override
  protected Page<ApiTokenView> fetch(Filters wanted, PageRequest request) {
    return tokens.list(caller.actor(), request);
  }

  /** Ends a token at once. */
  public void revoke(ApiTokenView token) {
    tokens.revoke(caller.actor(), token.id());
    Messages.done("tokens.revoked", token.name());
  }
}
