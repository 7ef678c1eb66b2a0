package io.cookiegate.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** The container's asynchronous context, but for its end: what is held of the answer goes first. */
final class GatedAsync implements AsyncContext {
  private final AsyncContext container;
  private final GatedResponse response;
  private final boolean own;

  /**
   * A context.
   *
   * @param own whether the application began it without a request and a response of its own
   */
  GatedAsync(AsyncContext container, GatedResponse response, boolean own) {
    this.container = container;
    this.response = response;
    this.own = own;
  }

  /** Ends the answer where a dispatch ended it that did not come through the filter. */
  void watch() {
    container.addListener(new End(response));
  }

  @Override
  public void complete() {
    response.finishThen(container::complete);
  }

  @Override
  public ServletRequest getRequest() {
    return container.getRequest();
  }

  @Override
  public ServletResponse getResponse() {
    return container.getResponse();
  }

  @Override
  public boolean hasOriginalRequestAndResponse() {
    return own || container.hasOriginalRequestAndResponse();
  }

  @Override
  public void dispatch() {
    container.dispatch();
  }

  @Override
  public void dispatch(String path) {
    container.dispatch(path);
  }

  @Override
  public void dispatch(ServletContext context, String path) {
    container.dispatch(context, path);
  }

  @Override
  public void start(Runnable task) {
    container.start(task);
  }

  @Override
  public void addListener(AsyncListener listener) {
    container.addListener(new Told(listener));
  }

  @Override
  public void addListener(AsyncListener listener, ServletRequest request, ServletResponse answer) {
    container.addListener(new Told(listener), request, answer);
  }

  @Override
  public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
    return container.createListener(type);
  }

  @Override
  public void setTimeout(long millis) {
    container.setTimeout(millis);
  }

  @Override
  public long getTimeout() {
    return container.getTimeout();
  }

  /** An application's listener, which is shown this context and not the container's. */
  private final class Told implements AsyncListener {
    private final AsyncListener listener;

    Told(AsyncListener listener) {
      this.listener = listener;
    }

    private AsyncEvent shown(AsyncEvent event) {
      return new AsyncEvent(
          GatedAsync.this,
          event.getSuppliedRequest(),
          event.getSuppliedResponse(),
          event.getThrowable());
    }

    @Override
    public void onComplete(AsyncEvent event) throws IOException {
      listener.onComplete(shown(event));
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
      listener.onTimeout(shown(event));
    }

    @Override
    public void onError(AsyncEvent event) throws IOException {
      listener.onError(shown(event));
    }

    @Override
    public void onStartAsync(AsyncEvent event) throws IOException {
      listener.onStartAsync(shown(event));
    }
  }

  private record End(GatedResponse response) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      response.finishThen(() -> {});
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // The application or the container answers.
    }

    @Override
    public void onError(AsyncEvent event) {
      // The application or the container answers.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
