package dev.tocsin.web.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.persistence.Ids;
import dev.tocsin.ticketing.fields.CustomFieldView;
import dev.tocsin.ticketing.fields.FieldType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldsFormTest {

  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

  private static CustomFieldView field(String key, FieldType type, @Nullable Instant archived) {
    return new CustomFieldView(
        Ids.next(), key, "The " + key, type, List.of("a", "b"), false, 1, archived, AT, AT, 1);
  }

  private static FieldInput input(FieldType type) {
    return new FieldInput(field("one", type, null));
  }

  private static @Nullable Object typed(FieldType type, String text) {
    FieldInput input = input(type);
    input.setText(text);
    return input.value();
  }

  @Test
  void whatIsTypedBecomesAValueOfItsType() {
    assertThat(typed(FieldType.TEXT, " Line 7 ")).isEqualTo("Line 7");
    assertThat(typed(FieldType.NUMBER, "12,5")).isEqualTo(new BigDecimal("12.5"));
    assertThat(typed(FieldType.DATE, "2026-12-24")).isEqualTo("2026-12-24");
    assertThat(typed(FieldType.BOOLEAN, "false")).isEqualTo(false);
    assertThat(typed(FieldType.SELECT, "a")).isEqualTo("a");
    FieldInput several = input(FieldType.MULTI_SELECT);
    several.setChosen(List.of("b", "a"));
    assertThat(several.value()).isEqualTo(List.of("b", "a"));
  }

  @Test
  void whatIsLeftEmptyIsNoValueAndWhatIsNoNumberIsForTheDeskToRefuse() {
    for (FieldType type : FieldType.values()) {
      assertThat(typed(type, "  ")).as(type.name()).isNull();
    }
    assertThat(typed(FieldType.NUMBER, "1e999999999")).isEqualTo("1e999999999");
  }

  @Test
  void everyValueComesBackFromItsInputAsItWas() {
    FieldInput number = input(FieldType.NUMBER);
    number.fill(12.5);
    assertThat(number.value()).isEqualTo(new BigDecimal("12.5"));
    FieldInput yes = input(FieldType.BOOLEAN);
    yes.fill(true);
    assertThat(yes.value()).isEqualTo(true);
    yes.fill(null);
    assertThat(yes.value()).isNull();
  }

  @Test
  void archivedFieldsAndThoseOfProgramsAreShownOnly() {
    FieldsForm form = new FieldsForm();
    form.fill(
        List.of(field("now", FieldType.TEXT, null), field("once", FieldType.TEXT, AT)),
        Map.of("now", "x", "once", "y", "trace_id", "z"));
    assertThat(form.filled()).isEqualTo(Map.of("now", "x"));
    assertThat(form.getOthers()).isEqualTo(Map.of("The once", "y", "trace_id", "z"));
  }
}
