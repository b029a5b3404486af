package dev.tocsin.ticketing.internal.attachments;

/** Where bytes lie. */
public enum Place {
  DATABASE,
  DIRECTORY
}
