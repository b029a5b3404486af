package dev.tocsin.accounts.internal;

import static dev.tocsin.accounts.internal.PasswordHasher.Verdict.MATCH;
import static dev.tocsin.accounts.internal.PasswordHasher.Verdict.MATCH_AT_OLD_COST;
import static dev.tocsin.accounts.internal.PasswordHasher.Verdict.MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.accounts.internal.PasswordHasher.Cost;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

  private static final Cost CHEAP = new Cost(64, 1, 1);

  private final PasswordHasher hasher = new PasswordHasher(CHEAP);

  @Test
  void theCostIsOwaspsAndIsWrittenInTheHash() {
    String hash = new PasswordHasher().hash("correct horse battery staple");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void agreesWithTheReferenceImplementation() {
    String reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertThat(new PasswordHasher(new Cost(65536, 2, 1)).verify("password", reference))
        .isEqualTo(MATCH);
  }

  @Property(tries = 30)
  void aPasswordFitsItsHashAndNoOther(
      @ForAll @StringLength(min = 1, max = 40) String password, @ForAll String other) {
    String hash = hasher.hash(password);
    assertThat(hasher.verify(password, hash)).isEqualTo(MATCH);
    if (!password.equals(other)) {
      assertThat(hasher.verify(password + "x", hash)).isEqualTo(MISMATCH);
    }
  }

  @Test
  void theSamePasswordHashesDifferentlyEachTime() {
    assertThat(hasher.hash("correct horse battery"))
        .isNotEqualTo(hasher.hash("correct horse battery"));
  }

  @Test
  void aHashOfAnotherCostFitsButShouldBeMadeAnew() {
    String old = new PasswordHasher(new Cost(32, 1, 1)).hash("correct horse battery");
    assertThat(hasher.verify("correct horse battery", old)).isEqualTo(MATCH_AT_OLD_COST);
    assertThat(hasher.verify("wrong horse battery", old)).isEqualTo(MISMATCH);
  }

  @Test
  void nobodyHasNoPasswordThatFits() {
    assertThat(hasher.verify("", null)).isEqualTo(MISMATCH);
    assertThat(hasher.verify("correct horse battery", null)).isEqualTo(MISMATCH);
  }

  @Test
  void composedAndDecomposedLettersAreTheSamePassword() {
    String hash = hasher.hash("caf\u00e9 caf\u00e9 caf\u00e9");
    assertThat(hasher.verify("cafe\u0301 cafe\u0301 cafe\u0301", hash)).isEqualTo(MATCH);
  }

  @Test
  void refusesWhatIsNoHash() {
    assertThatThrownBy(() -> hasher.verify("x", "plain")).isInstanceOf(IllegalStateException.class);
  }
}
