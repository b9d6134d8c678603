package erp.assistant.web;

import jakarta.servlet.AsyncContext;
import java.lang.reflect.Proxy;

/** Counts how often an asynchronous request was completed. */
final class FakeAsync {

    int completed;

    /** Whether the container refuses to complete the request. */
    boolean refuses;

    final AsyncContext context = (AsyncContext) Proxy.newProxyInstance(
            FakeAsync.class.getClassLoader(), new Class<?>[] {AsyncContext.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("setTimeout")) {
                    return null;
                }
                if (!method.getName().equals("complete")) {
                    throw new UnsupportedOperationException(method.getName());
                }
                completed++;
                if (refuses) {
                    throw new IllegalStateException("already complete");
                }
                return null;
            });
}
