package dev.tocsin.accounts;

import java.util.UUID;

/** A person that work can be given to. */
public record Assignable(UUID id, String name, String handle) {}
