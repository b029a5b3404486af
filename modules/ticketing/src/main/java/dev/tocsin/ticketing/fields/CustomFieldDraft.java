package dev.tocsin.ticketing.fields;

import dev.tocsin.ticketing.Texts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A custom field as somebody wants it; used to create one and to replace one.
 *
 * @param key its name in {@code custom_fields}; never changes, nor does the type
 * @param options what can be chosen, where the type has options
 * @param required whether those who work here must fill it; null is false
 * @param order its place among the others, smaller first; null is last (when replaced: where it
 *     was)
 * @param archived whether it is no longer offered; its values stay; null is false
 */
public record CustomFieldDraft(
    @NotNull
        @Pattern(
            regexp = "[a-z][a-z0-9_]{0,62}",
            message = "must be lower case letters, digits and _, a letter first, at most 63")
        String key,
    @NotNull @Size(max = 200) @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS)
        String label,
    @NotNull FieldType type,
    @Nullable @Size(max = 200)
        List<
                @NotNull @Size(max = 200)
                @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS) String>
            options,
    @Nullable Boolean required,
    @Nullable Integer order,
    @Nullable Boolean archived) {}
