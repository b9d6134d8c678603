package erp.assistant.web;

import jakarta.servlet.AsyncContext;
import java.lang.reflect.Proxy;

/** Counts how often an asynchronous request was completed. */
final class FakeAsync {

    int completed;

    final AsyncContext context = (AsyncContext) Proxy.newProxyInstance(
            FakeAsync.class.getClassLoader(), new Class<?>[] {AsyncContext.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("setTimeout")) {
                    return null;
                }
                if (!method.getName().equals("complete")) {
                    throw new UnsupportedOperationException(method.getName());
                }
                completed++;
                return null;
            });
}
