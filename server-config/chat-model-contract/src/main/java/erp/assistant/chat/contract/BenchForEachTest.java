package erp.assistant.chat.contract;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Sets a bench up for each test that asks for one, and clears it away. */
final class BenchForEachTest implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(BenchForEachTest.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Bench.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Bench bench = new Bench((ModelUnderTest) context.getRequiredTestInstance());
        context.getStore(HERE).put(Bench.class, bench);
        return bench;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        Bench bench = context.getStore(HERE).get(Bench.class, Bench.class);
        if (bench != null) {
            bench.clearAway();
        }
    }
}
