package dev.tocsin.platform.settings;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals secrets before they are stored: AES-256-GCM under versioned keys.
 *
 * <p>The highest version seals and every known version opens, so a key is rotated by adding a
 * higher one and kept for as long as something sealed with it is left. Sealed text looks like
 * {@code enc:<version>:<base64>}; the same secret never seals to the same text twice. Inject it.
 */
public final class SecretBox {

  /** Where every sealed text begins. */
  public static final String MARKER = "enc:";

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final Pattern KEY = Pattern.compile("\\s*(\\d{1,9}):([A-Za-z0-9+/]+={0,2})\\s*");
  private static final Pattern SEALED = Pattern.compile("enc:(\\d{1,9}):([A-Za-z0-9+/]+={0,2})");

  private final SortedMap<Integer, SecretKeySpec> keys;
  private final SecureRandom random = new SecureRandom();

  private SecretBox(SortedMap<Integer, SecretKeySpec> keys) {
    this.keys = keys;
  }

  /**
   * Makes a box of keys written as {@code 1:<base64 of 32 bytes>[,2:…]}.
   *
   * @param keys null or blank when nobody configured any
   * @throws IllegalArgumentException with a sentence for the operator, when there is no key, one is
   *     not 32 bytes long, or a version stands twice; it never quotes the keys
   */
  public static SecretBox of(@Nullable String keys) {
    if (keys == null || keys.isBlank()) {
      throw new IllegalArgumentException(
          "TOCSIN_SECRET_KEYS is not set; set it to 1:<32 random bytes in base64>,"
              + " for example 1:$(openssl rand -base64 32)");
    }
    SortedMap<Integer, SecretKeySpec> byVersion = new TreeMap<>();
    for (String entry : keys.split(",", -1)) {
      Matcher matcher = KEY.matcher(entry);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "TOCSIN_SECRET_KEYS must read 1:<base64>, further versions after commas");
      }
      int version = Integer.parseInt(matcher.group(1));
      if (byVersion.put(version, key(version, matcher.group(2))) != null) {
        throw new IllegalArgumentException(
            "TOCSIN_SECRET_KEYS names version " + version + " twice");
      }
    }
    return new SecretBox(byVersion);
  }

  private static SecretKeySpec key(int version, String base64) {
    byte[] bytes = decode(base64);
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "key " + version + " of TOCSIN_SECRET_KEYS is not 32 bytes in base64");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /** Returns the bytes, none when the text is no base64. */
  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** Returns a secret sealed with the newest key. */
  public String seal(String secret) {
    int version = keys.lastKey();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        crypt(Cipher.ENCRYPT_MODE, version, nonce, secret.getBytes(StandardCharsets.UTF_8));
    byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
    return prefix(version) + Base64.getEncoder().encodeToString(all);
  }

  /**
   * Returns what was sealed.
   *
   * @throws CannotOpen when the text was not sealed, was changed since, or its key is not
   *     configured
   */
  public String open(String sealed) {
    Matcher matcher = SEALED.matcher(sealed);
    if (!matcher.matches()) {
      throw new CannotOpen("a text that was never sealed", null);
    }
    byte[] all = decode(matcher.group(2));
    if (all.length < NONCE_BYTES + TAG_BITS / 8) {
      throw new CannotOpen("a sealed text that was damaged", null);
    }
    byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
    byte[] text = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
    int version = Integer.parseInt(matcher.group(1));
    return new String(crypt(Cipher.DECRYPT_MODE, version, nonce, text), StandardCharsets.UTF_8);
  }

  /** Returns whether a text was sealed with the newest key; false asks for sealing it again. */
  public boolean isCurrent(String sealed) {
    return sealed.startsWith(prefix(keys.lastKey()));
  }

  /** Returns the version that seals. */
  public int newestVersion() {
    return keys.lastKey();
  }

  /** Returns every configured version. */
  public Set<Integer> versions() {
    return Collections.unmodifiableSet(keys.keySet());
  }

  /**
   * Returns an HMAC-SHA256 of a message under a key derived from one version for one purpose.
   *
   * @throws CannotOpen when that version is not configured
   */
  public byte[] mac(int version, String purpose, byte[] message) {
    byte[] derived = hmac(secret(version), purpose.getBytes(StandardCharsets.UTF_8));
    return hmac(new SecretKeySpec(derived, "HmacSHA256"), message);
  }

  private static String prefix(int version) {
    return MARKER + version + ":";
  }

  private SecretKeySpec secret(int version) {
    SecretKeySpec key = keys.get(version);
    if (key == null) {
      throw new CannotOpen("key " + version + ", which TOCSIN_SECRET_KEYS does not hold", null);
    }
    return key;
  }

  private byte[] crypt(int mode, int version, byte[] nonce, byte[] text) {
    SecretKeySpec key = secret(version);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      // the version is part of what is proven, so a text cannot be passed off as another key's
      cipher.updateAAD(prefix(version).getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new CannotOpen("a sealed text that was damaged, or sealed with another key", e);
    }
  }

  private static byte[] hmac(SecretKeySpec key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A sealed text that cannot be opened here; its message holds neither the text nor a key. */
  public static final class CannotOpen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotOpen(String what, @Nullable Throwable cause) {
      super("cannot open " + what, cause);
    }
  }
}
