package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.ticketing.fields.CustomFieldView;
import dev.tocsin.ticketing.fields.TicketFields;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Listed;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The fields a desk adds to its tickets. */
@Named
@ViewScoped
public class FieldListPage extends ListPage<CustomFieldView> {

  private static final long serialVersionUID = 1L;

  @Inject private TicketFields fields;
  @Inject private Caller caller;

  @Override
  protected Page<CustomFieldView> fetch(Filters wanted, PageRequest request) {
    return Listed.whole(fields.list(caller.actor()));
  }
}
