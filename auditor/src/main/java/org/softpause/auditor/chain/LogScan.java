package org.softpause.auditor.chain;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.softpause.protocol.Waiter;
import org.softpause.protocol.proof.EventLog;
import org.softpause.protocol.proof.RegistryReader;
import org.softpause.protocol.proof.RpcException;

/**
 * Reads the events of many blocks in pieces as large as the node allows. Providers limit blocks,
 * events, bytes or seconds and report it in different words, so error texts are not interpreted: if
 * a node refuses a piece but still answers, the piece is halved.
 */
public final class LogScan {
  private static final Duration AFTER_REFUSAL = Duration.ofMillis(250);

  private final RegistryReader node;
  private final Waiter waiter;

  /** Receives the pieces in the order of the chain. */
  public interface Sink {
    void accept(BlockRange range, List<EventLog> logs) throws IOException;
  }

  /**
   * Asks the node nothing yet.
   *
   * @param waiter lets time pass after a refusal, since some nodes count requests per second
   */
  public LogScan(RegistryReader node, Waiter waiter) {
    this.node = node;
    this.waiter = waiter;
  }

  /**
   * Reads the events of all blocks in the range.
   *
   * @throws RpcException if the node no longer answers or refuses a single block
   */
  public void read(BlockRange all, Sink sink) throws IOException {
    long from = all.from();
    long limit = all.size();
    while (from <= all.to()) {
      BlockRange piece = new BlockRange(from, Math.min(all.to(), from + limit - 1));
      List<EventLog> logs;
      try {
        logs = node.logs(piece.from(), piece.to());
      } catch (RpcException refused) {
        limit = smaller(piece.size(), refused);
        continue;
      }
      sink.accept(piece, logs);
      from = piece.to() + 1;
      limit += limit / 4 + 1;
    }
  }

  private long smaller(long size, RpcException refused) throws IOException {
    pause();
    if (size == 1) {
      throw refused;
    }
    // Throws if the node no longer answers; otherwise it would be asked for ever smaller pieces.
    node.chainId();
    return size / 2;
  }

  private void pause() throws IOException {
    try {
      waiter.pause(AFTER_REFUSAL);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }
}
