package dev.tocsin.web.filter;

import dev.tocsin.accounts.SignIn;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leads to the first-run page until there is an administrator, and to the console ever after. */
public class SetupFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final String SETUP = "/console/setup";

  @Inject private transient SignIn signIn;

  /** Once true it stays true: the last administrator cannot be removed. */
  private volatile boolean complete;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Paths.of(request);
    boolean page = path.equals("/console") || path.startsWith("/console/");
    if (path.equals("/") || path.isEmpty() || page) {
      boolean setup = path.equals(SETUP) || path.equals(SETUP + ".xhtml");
      if (!isComplete() && !setup && !Paths.isErrorPage(path)) {
        Answer.seeOther(request, response, SETUP);
        return;
      }
      if (isComplete() && (setup || !page)) {
        Answer.seeOther(request, response, "/console/");
        return;
      }
      if (path.equals("/console") || path.equals("/console/")) {
        Answer.seeOther(request, response, "/console/home");
        return;
      }
    }
    if (path.equals("/portal") || path.equals("/portal/")) {
      Answer.seeOther(request, response, "/portal/tickets");
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean isComplete() {
    if (!complete) {
      complete = signIn.setupComplete();
    }
    return complete;
  }
}
