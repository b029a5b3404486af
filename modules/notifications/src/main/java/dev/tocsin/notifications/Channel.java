package dev.tocsin.notifications;

/** The way a delivery leaves the system. */
public enum Channel {
  /** By the configured mail server. */
  EMAIL,
  /** By a signed HTTP POST. */
  WEBHOOK
}
