package dev.tocsin.notifications.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Properties;
import javax.net.SocketFactory;

/**
 * The line to one mail server: hangs up on a server that takes too long, also on one that keeps
 * talking without coming to an end.
 */
public final class MailLine extends SocketFactory {

  private static final String CONNECT_MILLIS = "5000";

  private final Duration answer;
  private volatile long end;

  /**
   * Makes a line that is not dialled yet.
   *
   * @param answer how long the server may be silent
   * @param step how long it may take for everything until {@link #goOn}
   */
  public MailLine(Duration answer, Duration step) {
    this.answer = answer;
    goOn(step);
  }

  /** Lets the next step take so long from now. */
  public void goOn(Duration step) {
    end = System.nanoTime() + step.toNanos();
  }

  /**
   * Makes Jakarta Mail use this line.
   *
   * @param protocol as its properties are named by, for example {@code imaps}
   */
  public void use(Properties session, String protocol) {
    String prefix = "mail." + protocol + ".";
    String millis = String.valueOf(answer.toMillis());
    session.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
    session.setProperty(prefix + "timeout", millis);
    session.setProperty(prefix + "writetimeout", millis);
    session.put(prefix + "socketFactory", this);
    session.setProperty(prefix + "socketFactory.fallback", "false");
  }

  @Override
  public Socket createSocket() {
    return new Line();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("a line has no local address of its own");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("a line has no local address of its own");
  }

  private final class Line extends Socket {

    @Override
    public InputStream getInputStream() throws IOException {
      return new Patience(this, super.getInputStream());
    }
  }

  /** What the server says, as long as there is time to listen. */
  private final class Patience extends FilterInputStream {

    private final Socket socket;

    Patience(Socket socket, InputStream in) {
      super(in);
      this.socket = socket;
    }

    @Override
    public int read() throws IOException {
      listen();
      return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      listen();
      return super.read(into, offset, length);
    }

    private void listen() throws IOException {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new SocketTimeoutException("the mail server took too long");
      }
      socket.setSoTimeout(Math.toIntExact(Math.min(left, answer.toMillis())));
    }
  }
}
