package dev.tocsin.platform.error;

import java.io.Serializable;

/**
 * One thing wrong with an input.
 *
 * @param pointer JSON pointer to the value, for example {@code /requester/email}; empty for the
 *     whole
 * @param code stable, for programs: {@code required}, {@code invalid}, {@code unknown}, {@code
 *     too_long}, {@code out_of_range} …
 * @param detail a sentence for people
 */
public record Fault(String pointer, String code, String detail) implements Serializable {}
