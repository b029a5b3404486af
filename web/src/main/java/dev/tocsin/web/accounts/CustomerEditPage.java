package dev.tocsin.web.accounts;

import dev.tocsin.accounts.ChangeCustomer;
import dev.tocsin.accounts.CreateCustomer;
import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.Customers;
import dev.tocsin.platform.Role;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes, renames or deletes a customer; its key never changes. */
@Named
@ViewScoped
public class CustomerEditPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/console/customers/list?faces-redirect=true";

  @Inject private Customers customers;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private long version;
  private String key = "";
  private String name = "";
  private String language = "en";

  /** Loads the customer; without an id the page makes one. */
  public void load() {
    caller.actor().require(Role.ADMIN);
    UUID wanted = id;
    if (wanted != null) {
      CustomerView customer = customers.require(caller.actor(), wanted);
      version = customer.version();
      key = customer.key();
      name = customer.name();
      language = customer.language();
    }
  }

  /** Saves. */
  public String save() {
    UUID known = id;
    if (known == null) {
      customers.create(caller.actor(), new CreateCustomer(key, name, language.strip()));
    } else {
      customers.change(caller.actor(), known, new ChangeCustomer(name, language.strip()), version);
    }
    Messages.done("customers.saved", name);
    return LIST;
  }

  /** Deletes the customer, unless something still refers to it. */
  public String delete() {
    customers.delete(caller.actor(), UuidConverter.asked(id), version);
    Messages.done("customers.deleted", name);
    return LIST;
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }

  public String getKey() {
    return key;
  }

  public void setKey(String key) {
    this.key = key;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
