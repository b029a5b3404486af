package dev.tocsin.web.console;

import dev.tocsin.platform.error.DomainException;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.NamingContainer;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What a page tells its reader after an action. */
public final class Messages {

  private Messages() {}

  /** Tells a success, also on the page an action goes to. */
  public static void done(String key, Object... values) {
    FacesContext context = FacesContext.getCurrentInstance();
    context.getExternalContext().getFlash().setKeepMessages(true);
    add(context, null, FacesMessage.SEVERITY_INFO, text(key, values));
  }

  /** Tells a warning, also on the page an action goes to. */
  public static void warning(String detail) {
    FacesContext context = FacesContext.getCurrentInstance();
    context.getExternalContext().getFlash().setKeepMessages(true);
    add(context, null, FacesMessage.SEVERITY_WARN, detail);
  }

  /** Tells a failure of the page as a whole. */
  public static void failed(String key, Object... values) {
    FacesContext context = FacesContext.getCurrentInstance();
    add(context, null, FacesMessage.SEVERITY_ERROR, text(key, values));
  }

  /** Tells why something was refused: every fault at its input where the page has one. */
  public static void refused(DomainException refusal) {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!(refusal instanceof Rejected rejected)) {
      add(context, null, FacesMessage.SEVERITY_ERROR, refusal.detail());
      return;
    }
    for (Fault fault : rejected.faults()) {
      UIComponent input =
          fault.pointer().isEmpty() ? null : input(context.getViewRoot(), fault.pointer());
      if (input == null) {
        add(context, null, FacesMessage.SEVERITY_ERROR, fault.pointer() + ": " + fault.detail());
      } else {
        ((EditableValueHolder) input).setValid(false);
        add(context, input.getClientId(context), FacesMessage.SEVERITY_ERROR, fault.detail());
      }
    }
  }

  /** Returns a label with its values filled in. */
  public static String text(String key, Object... values) {
    ResourceBundle labels =
        ResourceBundle.getBundle("dev.tocsin.web.console.labels", Locale.ENGLISH);
    return new MessageFormat(labels.getString(key), Locale.ENGLISH).format(values);
  }

  private static void add(
      FacesContext context,
      @Nullable String clientId,
      FacesMessage.Severity severity,
      String detail) {
    context.addMessage(clientId, new FacesMessage(severity, detail, detail));
  }

  /**
   * Returns the input that a pointer names: by convention its id is the pointer's last part, and it
   * stands below whatever has the part before for an id, if anything has.
   */
  private static @Nullable UIComponent input(UIComponent root, String pointer) {
    UIComponent below = root;
    String id = "";
    for (String part : pointer.substring(1).split("/", -1)) {
      UIComponent around = id.isEmpty() ? null : find(below, id, NamingContainer.class);
      below = around == null ? below : around;
      id = part;
    }
    return find(below, id, EditableValueHolder.class);
  }

  private static @Nullable UIComponent find(UIComponent below, String id, Class<?> kind) {
    Iterator<UIComponent> children = below.getFacetsAndChildren();
    while (children.hasNext()) {
      UIComponent child = children.next();
      UIComponent found =
          id.equals(child.getId()) && kind.isInstance(child) ? child : find(child, id, kind);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
