package dev.tocsin.web.ops;

import dev.tocsin.platform.work.Heartbeat;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Lets the heart beat while the application is whole.
 *
 * <p>The EAR is initialized in order and this archive is its last: when it is up every module is,
 * and it goes down before the first of them.
 */
@WebListener
public class Lifetime implements ServletContextListener {

  @Inject private Heartbeat heartbeat;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    heartbeat.begin();
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    heartbeat.end();
  }
}
