package dev.tocsin.web.rest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body has been read and can be read again. */
public class BufferedRequest extends HttpServletRequestWrapper {

  private static final String BODY = "dev.tocsin.body";
  private static final String TOO_LARGE = "dev.tocsin.body_too_large";

  private final byte[] body;

  /** Wraps a request whose body has been read. */
  public BufferedRequest(HttpServletRequest request, byte[] body, boolean tooLarge) {
    super(request);
    this.body = body;
    request.setAttribute(BODY, body);
    request.setAttribute(TOO_LARGE, tooLarge);
  }

  /** Returns the body of a request that came through the filter; empty when there is none. */
  public static byte[] bodyOf(HttpServletRequest request) {
    return request.getAttribute(BODY) instanceof byte[] bytes ? bytes : new byte[0];
  }

  /** Returns whether the body was longer than allowed and has been dropped. */
  public static boolean isTooLarge(HttpServletRequest request) {
    return Boolean.TRUE.equals(request.getAttribute(TOO_LARGE));
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Buffered(new ByteArrayInputStream(body));
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private static final class Buffered extends ServletInputStream {
    private final ByteArrayInputStream in;

    Buffered(ByteArrayInputStream in) {
      this.in = in;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return in.read(buffer, offset, length);
    }

    @Override
    public boolean isFinished() {
      return in.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("a body in memory is read without waiting");
    }
  }
}
