package dev.postern.cli;

/// Shows on a terminal what a long run is doing, from its second second on.
///
/// A daemon thread prints one line over and over; nothing is ever printed where the output is not a
/// terminal.
final class Progress implements AutoCloseable {
  private static final long QUIET_MILLIS = 1_000;
  private static final long STEP_MILLIS = 200;
  private static final String CLEAR = "\r\u001b[2K";

  private final Terminal terminal;
  private volatile String doing = "starting";
  private volatile boolean done;

  private Progress(Terminal terminal) {
    this.terminal = terminal;
  }

  static Progress on(Terminal terminal) {
    var progress = new Progress(terminal);
    if (terminal.isInteractive()) {
      Thread.ofPlatform().daemon().name("progress").start(progress::show);
    }
    return progress;
  }

  void now(String what) {
    doing = what;
  }

  private void show() {
    long start = System.nanoTime();
    try {
      Thread.sleep(QUIET_MILLIS);
      while (!done) {
        synchronized (this) {
          if (!done) {
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            terminal.err().print(CLEAR + "postern: " + doing + " … " + seconds + " s");
            terminal.err().flush();
          }
        }
        Thread.sleep(STEP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }

  /// Takes the line away; nothing is shown from now on.
  synchronized void stop() {
    if (!done && terminal.isInteractive()) {
      terminal.err().print(CLEAR);
      terminal.err().flush();
    }
    done = true;
  }
}
