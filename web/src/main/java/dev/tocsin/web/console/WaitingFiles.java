package dev.tocsin.web.console;

import jakarta.faces.context.FacesContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/**
 * Tells the browser, in the answer to an action, where the files go that wait beside a form: a file
 * can only hang on something that exists. The page's script sends them ({@code uploads.js}).
 */
public final class WaitingFiles {

  private WaitingFiles() {}

  /**
   * Names what was written.
   *
   * @param ticket the ticket's id or number
   * @param comment the comment; null when the files hang on the ticket itself
   * @param then the page, by its path in the application, to go to once they are sent; null stays
   *     on this one
   */
  public static void belongTo(String ticket, @Nullable UUID comment, @Nullable String then) {
    PrimeFaces.Ajax answer = PrimeFaces.current().ajax();
    answer.addCallbackParam("ticket", ticket);
    if (comment != null) {
      answer.addCallbackParam("comment", comment.toString());
    }
    if (then != null) {
      String root = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath();
      answer.addCallbackParam("then", root + then);
    }
  }
}
