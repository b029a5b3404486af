package dev.tocsin.launcher;

/** A reason not to start, whose message is one sentence that tells a person what to do about it. */
public final class LaunchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LaunchFailure(String sentence) {
    super(sentence);
  }

  public LaunchFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
