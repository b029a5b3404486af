package dev.tocsin.incidents;

/** Whether somebody has said that they look after an alert. */
public enum AcknowledgmentStatus {
  PENDING,
  ACKNOWLEDGED
}
