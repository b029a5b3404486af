package dev.tocsin.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksTest {

  @Test
  void signsThePublishedTestVector() {
    String signature =
        StandardWebhooks.sign(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1614265330),
            "{\"test\": 2432232314}");
    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aNewSecretIsOneOfTheSpecificationAndNeverTheSame() {
    String secret = StandardWebhooks.newSecret();
    assertThat(StandardWebhooks.isSecret(secret)).isTrue();
    assertThat(StandardWebhooks.newSecret()).isNotEqualTo(secret);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_!!", "secret", "whsec_c2hvcnQ="})
  void otherTextsAreNoSecrets(String text) {
    assertThat(StandardWebhooks.isSecret(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 64})
  void secretsOf24To64BytesAreTaken(int bytes) {
    assertThat(StandardWebhooks.isSecret(ofLength(bytes))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {23, 65})
  void shorterAndLongerOnesAreNot(int bytes) {
    assertThat(StandardWebhooks.isSecret(ofLength(bytes))).isFalse();
  }

  private static String ofLength(int bytes) {
    return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
  }
}
