package dev.tocsin.web.ops;

import dev.tocsin.platform.time.ZoneRules;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;

/** What runs here. */
@Named
@RequestScoped
public class AboutPage {

  /** Returns Tocsin's version as its build names it. */
  public String getVersion() {
    String version = AboutPage.class.getPackage().getImplementationVersion();
    return version == null ? "1.0.0-SNAPSHOT" : version;
  }

  /** Returns the server's own name and version. */
  public String getServer() {
    Object context = FacesContext.getCurrentInstance().getExternalContext().getContext();
    return ((ServletContext) context).getServerInfo();
  }

  /** Returns the Java that runs the server. */
  public String getJava() {
    return Runtime.version() + " (" + System.getProperty("java.vendor") + ")";
  }

  /** Returns the version of the time zone rules that rotations and calendars follow. */
  public String getZoneRules() {
    return ZoneRules.version();
  }
}
