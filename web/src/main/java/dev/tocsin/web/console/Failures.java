package dev.tocsin.web.console;

import static java.lang.System.Logger.Level.ERROR;

import dev.tocsin.persistence.InvalidCursor;
import dev.tocsin.platform.error.DomainException;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.error.Unauthenticated;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.util.Iterator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns what goes wrong on a page into what its reader sees.
 *
 * <p>An action that is refused leaves the page as it is, with the reason at its input; a page that
 * cannot be shown becomes the error page of its status; an expired page is loaded again.
 */
public final class Failures extends ExceptionHandlerWrapper {

  private static final System.Logger LOG = System.getLogger(Failures.class.getName());

  Failures(ExceptionHandler wrapped) {
    super(wrapped);
  }

  /** Makes the handler of each request. */
  public static final class Factory extends ExceptionHandlerFactory {

    /** Wraps the server's own factory. */
    public Factory(ExceptionHandlerFactory wrapped) {
      super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
      return new Failures(getWrapped().getExceptionHandler());
    }
  }

  @Override
  public void handle() {
    FacesContext context = FacesContext.getCurrentInstance();
    Iterator<ExceptionQueuedEvent> queued = getUnhandledExceptionQueuedEvents().iterator();
    while (queued.hasNext() && !context.getResponseComplete()) {
      Throwable thrown = queued.next().getContext().getException();
      try {
        judge(context, thrown);
      } catch (IOException e) {
        throw new FacesException(e);
      }
      queued.remove();
    }
    getWrapped().handle();
  }

  private static void judge(FacesContext context, Throwable thrown) throws IOException {
    DomainException refusal = cause(thrown, DomainException.class);
    if (cause(thrown, ViewExpiredException.class) != null || refusal instanceof Unauthenticated) {
      reload(context);
    } else if (context.isPostback() && context.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
      tell(thrown, refusal);
    } else if (refusal instanceof NotFound || cause(thrown, InvalidCursor.class) != null) {
      show(context, 404);
    } else if (refusal instanceof Forbidden) {
      show(context, 403);
    } else {
      log(thrown, UUID.randomUUID());
      show(context, 500);
    }
  }

  private static void tell(Throwable thrown, @Nullable DomainException refusal) {
    if (refusal != null) {
      Messages.refused(refusal);
    } else if (cause(thrown, OptimisticLockException.class) != null) {
      Messages.refused(new Stale());
    } else {
      UUID incident = UUID.randomUUID();
      log(thrown, incident);
      Messages.failed("error.unexpected", incident);
    }
  }

  private static void reload(FacesContext context) throws IOException {
    ExternalContext external = context.getExternalContext();
    String page = context.getExternalContext().getRequestServletPath();
    if (context.getPartialViewContext().isAjaxRequest()) {
      external.setResponseContentType("text/xml;charset=UTF-8");
      external.setResponseCharacterEncoding("UTF-8");
      external
          .getResponseOutputWriter()
          .write(
              "<?xml version='1.0' encoding='UTF-8'?><partial-response><changes>"
                  + "<eval>location.reload()</eval></changes></partial-response>");
      context.responseComplete();
    } else {
      external.redirect(page);
    }
  }

  private static void show(FacesContext context, int status) throws IOException {
    ExternalContext external = context.getExternalContext();
    if (external.isResponseCommitted()) {
      context.responseComplete();
    } else if (context.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE) {
      external.responseReset();
      external.responseSendError(status, null);
      context.responseComplete();
    } else {
      external.setResponseStatus(status);
      String view = "/console/error/" + status + ".xhtml";
      context.setViewRoot(context.getApplication().getViewHandler().createView(context, view));
      context.renderResponse();
    }
  }

  private static void log(Throwable thrown, UUID incident) {
    LOG.log(ERROR, "Incident " + incident + ": unexpected failure of a page", thrown);
  }

  /** Returns the failure of a type behind what Faces wraps it in; null when there is none. */
  private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
    @Nullable Throwable at = thrown;
    for (int depth = 0; at != null && depth < 20; depth++) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
      at = at.getCause();
    }
    return null;
  }
}
