package dev.tocsin.web.accounts;

import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.Customers;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The customers whose tickets are worked on. */
@Named
@ViewScoped
public class CustomerListPage extends ListPage<CustomerView> {
  private static final long serialVersionUID = 1L;

  @Inject private Customers customers;
  @Inject private Caller caller;

  @Override
  protected Page<CustomerView> fetch(Filters wanted, PageRequest request) {
    return customers.list(caller.actor(), request);
  }
}
