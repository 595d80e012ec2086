package org.softpause.authz.ethereum;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;

/** Ends the reading of an answer of the node that is longer than any that is asked for. */
final class AnswerLimit implements Interceptor {
  private final long maxBytes;

  AnswerLimit(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody whole = response.body();
    if (whole == null) {
      return response;
    }
    BufferedSource limited = Okio.buffer(new Limited(whole.source(), maxBytes));
    return response
        .newBuilder()
        .body(ResponseBody.create(limited, whole.contentType(), whole.contentLength()))
        .build();
  }

  private static final class Limited extends ForwardingSource {
    private final long maxBytes;
    private long read;

    Limited(BufferedSource answer, long maxBytes) {
      super(answer);
      this.maxBytes = maxBytes;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long bytes = super.read(sink, byteCount);
      read += Math.max(0, bytes);
      if (read > maxBytes) {
        throw new IOException("the node's answer is longer than " + maxBytes + " bytes");
      }
      return bytes;
    }
  }
}
