package dev.tocsin.web.filter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;

/** Sorts request paths by the rules that hold for them. */
public final class Paths {

  private static final String AUTH = "/api/v1/auth/";

  /** What anybody may call; signing in cannot need a session. */
  private static final Set<String> OPEN =
      Set.of(
          "/api/v1/setup",
          AUTH + "bootstrap",
          AUTH + "login",
          AUTH + "forgot-password",
          AUTH + "reset-password");

  private static final Set<String> OPEN_PAGES =
      Set.of("/console/login", "/console/setup", "/console/forgot", "/console/reset");

  /** Calendars that others subscribe to; their token is in the address. */
  private static final Pattern FEED =
      Pattern.compile("/api/v1/(schedules|users)/[^/]+/calendar\\.ics");

  /** Files on tickets: bodies that are not JSON, with a limit of their own. */
  private static final Pattern ATTACHMENTS =
      Pattern.compile("/api/v1/tickets/[^/]+/attachments(/[^/]+)?");

  private Paths() {}

  /** Returns the decoded path inside the application, without parameters. */
  static String of(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }

  /** Tells whether JSON is spoken there. */
  static boolean isApi(String path) {
    return isUnder(path, "/api") || isUnder(path, "/v2") || isSupport(path);
  }

  /** Tells whether it belongs to the support API, which words its errors in its own way. */
  static boolean isSupport(String path) {
    return isUnder(path, "/support");
  }

  /** Tells whether it is a page or what a page is made of. */
  static boolean isConsole(String path) {
    return isUnder(path, "/console")
        || isPortal(path)
        || isUnder(path, "/jakarta.faces.push")
        || isView(path);
  }

  /** Tells whether it is a page of a customer's people, and of nobody else. */
  static boolean isPortal(String path) {
    return isUnder(path, "/portal");
  }

  /** Tells whether a page needs nobody to be signed in. */
  static boolean isOpenPage(String path) {
    return isErrorPage(path)
        || OPEN_PAGES.contains(isView(path) ? path.substring(0, path.length() - 6) : path);
  }

  /** Tells whether a page only says what went wrong. */
  static boolean isErrorPage(String path) {
    return isUnder(path, "/console/error");
  }

  /** Tells whether nobody needs to be known there. */
  public static boolean isOpen(String path) {
    return OPEN.contains(path)
        || isFeed(path)
        || isOpenPage(path)
        || !(isApi(path) || isConsole(path));
  }

  /** Tells whether it is a calendar feed, which proves its caller by the token in its address. */
  static boolean isFeed(String path) {
    return FEED.matcher(path).matches();
  }

  /** Tells whether somebody's file is given out there, which no browser should run. */
  static boolean isAttachment(String path) {
    return ATTACHMENTS.matcher(path).matches();
  }

  /** Tells whether a file comes in there. */
  static boolean isUpload(String path, String method) {
    return method.equals("POST") && isAttachment(path);
  }

  /** Tells whether an alert source may call: it proves itself there, or by its key. */
  static boolean isSource(String path) {
    return isUnder(path, "/api/v1/webhooks") || isUnder(path, "/v2");
  }

  /** Tells whether guessing passwords is done there. */
  static boolean isGuarded(String path, String method) {
    return path.startsWith(AUTH) || (isOpenPage(path) && method.equals("POST"));
  }

  /** Tells whether a customer's people and tokens have any business there. */
  static boolean isForCustomers(String path) {
    return path.startsWith(AUTH)
        || isUnder(path, "/api/v1/tickets")
        || path.equals("/api/v1/tickets.csv")
        || isSupport(path)
        || isPortal(path);
  }

  /** Tells whether calling it changes nothing, whatever the method. */
  static boolean isReading(String path, String method) {
    return isSafe(method)
        || path.startsWith(AUTH)
        || path.endsWith("/preview")
        || path.endsWith("/simulate")
        || path.endsWith("/test");
  }

  /** Tells whether HTTP promises that a method changes nothing. */
  static boolean isSafe(String method) {
    return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
  }

  /** Tells whether it is a page; what Faces' libraries bring carries the same suffix. */
  private static boolean isView(String path) {
    return path.endsWith(".xhtml") && !isUnder(path, "/jakarta.faces.resource");
  }

  private static boolean isUnder(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
