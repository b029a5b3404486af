package dev.tocsin.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {

  private static final SecretBox BOX = TestKeys.box(1);

  @Property
  void whatWasSealedOpens(@ForAll String secret) {
    // a lone surrogate is not text: UTF-8 cannot write it
    String text = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(BOX.open(BOX.seal(text))).isEqualTo(text);
  }

  @Tag("ticketpulse-35")
  @Test
  void sealedTextIsMarkedAndNeverTheSameTwice() {
    String once = BOX.seal("hunter2");
    String twice = BOX.seal("hunter2");
    assertThat(once).startsWith("enc:1:").doesNotContain("hunter2");
    assertThat(twice).isNotEqualTo(once);
  }

  @Test
  void theHighestVersionSealsAndEveryKnownOneOpens() {
    String old = BOX.seal("a");
    SecretBox rotated = TestKeys.box(2, 1);
    String fresh = rotated.seal("b");
    assertThat(fresh).startsWith("enc:2:");
    assertThat(rotated.open(old)).isEqualTo("a");
    assertThat(rotated.open(fresh)).isEqualTo("b");
    assertThat(rotated.isCurrent(old)).isFalse();
    assertThat(rotated.isCurrent(fresh)).isTrue();
    assertThat(rotated.versions()).containsExactly(1, 2);
  }

  @Test
  void withoutItsKeyNothingOpensAndTheMessageHoldsNoSecret() {
    String sealed = TestKeys.box(2).seal("hunter2");
    assertThatThrownBy(() -> BOX.open(sealed))
        .isInstanceOf(SecretBox.CannotOpen.class)
        .hasMessageContaining("key 2")
        .hasMessageNotContaining(sealed);
  }

  @Test
  void anotherKeyUnderTheSameVersionDoesNotOpen() {
    String sealed = BOX.seal("hunter2");
    String otherKey = TestKeys.text(2).replaceFirst("2:", "1:");
    assertThatThrownBy(() -> SecretBox.of(otherKey).open(sealed))
        .isInstanceOf(SecretBox.CannotOpen.class);
  }

  @Test
  void anyChangedBitIsNoticed() {
    String sealed = BOX.seal("hunter2");
    byte[] bytes = Base64.getDecoder().decode(sealed.substring("enc:1:".length()));
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      String text = "enc:1:" + Base64.getEncoder().encodeToString(changed);
      assertThatThrownBy(() -> BOX.open(text)).isInstanceOf(SecretBox.CannotOpen.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hunter2", "enc:", "enc:1:", "enc:1:AAAA", "enc:x:AAAA", "enc:1:=", "enc:1:A"})
  void whatWasNeverSealedDoesNotOpen(String text) {
    assertThatThrownBy(() -> BOX.open(text)).isInstanceOf(SecretBox.CannotOpen.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
        "1:",
        "1:c2hvcnQ=",
        "1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB",
        "1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=,",
        "x:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
        "1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=,1:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI="
      })
  void missingShortOrMalformedKeysAreRefusedWithoutQuotingThem(String keys) {
    assertThatThrownBy(() -> SecretBox.of(keys))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TOCSIN_SECRET_KEYS")
        .hasMessageNotContaining("AQEB")
        .hasMessageNotContaining("c2hvcnQ");
  }

  @Test
  void aMacDependsOnKeyPurposeAndMessage() {
    SecretBox box = TestKeys.box(1, 2);
    byte[] message = {1};
    String mac = hex(box.mac(1, "a", message));
    assertThat(hex(box.mac(1, "a", message))).isEqualTo(mac).hasSize(64);
    assertThat(hex(box.mac(2, "a", message))).isNotEqualTo(mac);
    assertThat(hex(box.mac(1, "b", message))).isNotEqualTo(mac);
    assertThat(hex(box.mac(1, "a", new byte[] {2}))).isNotEqualTo(mac);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
