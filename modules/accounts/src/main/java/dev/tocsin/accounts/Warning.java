package dev.tocsin.accounts;

/**
 * Something to look after once a change has been made; it does not stop the change.
 *
 * @param code stable, for programs
 * @param detail a sentence for people
 */
public record Warning(String code, String detail) {}
