package dev.tocsin.incidents;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Says that somebody looks after an alert.
 *
 * @param userName on whose behalf a program acts; a person is always named by their account
 * @param acknowledgedVia where; null means {@code api}
 */
public record AcknowledgeAlert(
    @Nullable @Size(max = 200) String userName, @Nullable @Size(max = 50) String acknowledgedVia) {}
