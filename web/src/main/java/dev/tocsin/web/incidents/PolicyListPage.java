package dev.tocsin.web.incidents;

import dev.tocsin.incidents.EscalationPolicies;
import dev.tocsin.incidents.PolicyView;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Who is paged after whom. */
@Named
@ViewScoped
public class PolicyListPage extends ListPage<PolicyView> {
  private static final long serialVersionUID = 1L;

  @Inject private EscalationPolicies policies;
  @Inject private Caller caller;

  @Override
  protected Page<PolicyView> fetch(Filters wanted, PageRequest request) {
    return policies.list(caller.actor(), request);
  }
}
